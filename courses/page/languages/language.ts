/** The words by which a page in one language is read as a course. Each expression takes time in proportion to the text. */
export interface PageLanguage {
  /** In a heading above objectives, perhaps those of a team: on a page of a team or project it counts only if a promise follows. */
  objectives: RegExp;
  /** In a heading that surely names what a learner gets, wherever it is. */
  learnersObjectives: RegExp;
  /** In a heading above the objectives of others: a team, a project, a service. */
  othersObjectives: RegExp;
  /** In the title or a heading of the page of a team, a project or a plan. */
  othersPage: RegExp;
  /** In a heading that is a step or an activity, although it speaks of objectives. */
  activity: RegExp;
  /** In a sentence that tells learners what they will be able to do or know. */
  promise: RegExp;
  /** Has the verb of a sentence that introduces topics in its first group: “able to explain:”. */
  verb?: RegExp;
  /** In a heading above a list of the page's own headings. */
  outline: RegExp;
  /** In the title of a page to learn from, or of a link to such a page. */
  learning: RegExp;
  /** In the title of a page that may be one to learn from, or about teaching others. */
  teaching: RegExp;
  /** In the title of a page that isn't one to learn from, although it speaks of learning: it is for those who teach, or for customers. */
  notLearning: RegExp[];
  /** A whole link text that means nothing without the text around it. */
  vague: RegExp;
  /** A whole link text that only says of what kind the resource is. */
  kindOfResource: RegExp;
  /** The title of a part to unfold that only asks to unfold it. */
  unfold: RegExp;
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
