/**
 * Limits of a pack, which bound what a file or a page from outside can cost; the largest page of links known has 165.
 * Apart from the schema, so that what reads a page knows them without it.
 */
export const MOST = {
  audiences: 10,
  objectives: 200,
  sections: 200,
  resources: 1000,
  resourcesInAll: 2000,
  videos: 200,
  former: 50,
  /** Objectives, and resources, that have lost their place: as many as a course has of each. */
  earlier: 2000,
  languages: 50,
};

/** The longest text, address, anchor and id, in UTF-16 code units. */
export const LONGEST = { text: 300, address: 2000, anchor: 200, id: 80 };
