/** The words by which a page in one language is read as a course. Each expression takes time in proportion to the text. */
export interface PageLanguage {
  /** In a heading above objectives. */
  objectives: RegExp;
  /** In a heading above a list of the page's own headings. */
  outline: RegExp;
  /** In the title of a page to learn from. */
  learning: RegExp;
  /** A whole link text that means nothing without the text around it. */
  vague: RegExp;
  /** How a sentence that introduces objectives names their audience. */
  audience: {
    /** What may come before the name. It is removed. */
    before: RegExp;
    /** The first of these that matches has the name in its first group. */
    names: RegExp[];
    /** A name that names nobody in particular. */
    nobody: RegExp;
  };
}
