/**
 * Limits of a pack, which bound the cost of a file or page from outside. The largest known page of links has 165.
 * Separate from the schema, so that the code that reads pages doesn't load the schema.
 */
export const MOST = {
  audiences: 10,
  objectives: 200,
  sections: 200,
  resources: 1000,
  resourcesInAll: 2000,
  videos: 200,
  former: 50,
  /** Objectives, and resources, that are no longer in the course: as many of each as a course may have. */
  earlier: 2000,
  languages: 50,
};

/** The longest text, address, anchor and id, in UTF-16 code units. */
export const LONGEST = { text: 300, address: 2000, anchor: 200, id: 80 };
