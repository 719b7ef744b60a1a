import type { PageLanguage } from './language.ts';

export const english: PageLanguage = {
  objectives: /(?<!\bnon[-‐‑ ]?)\b(?:objectives?|goals?|outcomes?)\b/i,
  outline: /\b(?:outline|syllabus|curriculum|agenda|contents)\b/i,
  learning:
    /\b(?:learn(?! more)|learning|trainings?(?! programs?)|on-?boarding|courses?|curricul(?:um|a)|certifications?|accreditations?(?! programs?)|boot ?camp|tutorials?|lessons?|pathways?|academy|continu(?:ing|ous) education)\b/i,
  teaching:
    /\b(?:workshops?|seminars?|webinars?|enablement|education|skills|primer|fundamentals|introduction|getting started|(?:training|accreditation) programs?)\b/i,
  notLearning: [
    // Groups, and people who help others to learn.
    /\b(?:(?:working|interest) groups?|pods?|committee|charter|budd(?:y|ies)|facilitat\w+|trainers?|instructors?|coordinators?|maintainers?|internships?)\b/i,
    // How it is done, changed or judged.
    /\b(?:guidelines|best practices|policy|proposal|process|procedures?|workflows?|initiatives|contributions?|sponsor\w*|questionnaire|audits?|attestations?|transition\w*|migrat\w+|graduating|adding|guide to|how to (?:conduct|run|host|plan|create|write|deliver|organi[sz]e|request))\b|\brequests?$/i,
    // What it is done with: a noun after the word that speaks of learning.
    /\b(?:training|learning|on-?boarding|courses?|certifications?|workshops?) (?:[\w-]+ ){0,2}?(?:systems?|environments?|cloud|org|services?|standards?|setup|account|budget|vendors?)(?=$|[\s:,&(])(?! (?:resources|training|engineer|onboarding))|\bon-?boarding operations\b/i,
    // For customers, or of things.
    /\b(?:customer|client|partner|vendor|supplier|contractor|account|user|device|feature|project)s?[’']?s? (?:on-?boarding|workshops?|seminars?)\b|\bon-?boarding (?:an?|the|your|our|new|users|customers|clients|partners|vendors)\b|\breleases? certification|\b(?:machine|deep|routes) learning\b/i,
  ],
  vague:
    /^(?:(?:click|see|read|watch|view|open|check out|find|learn)\b *)?(?:(?:the|this|that|it|out|more|full|on|our|to) *)*(?:here|there|links?|pages?|videos?|recordings?|docs?|documents?|issues?|more|expand|details|youtube)?[.!…]*$/i,
  audience: {
    before: /^(?:at|by|after|on|upon|when|once|in|during|following)\b[^,]*,\s*/i,
    names: [
      /\b(?:expect|want|help|enable|allow|ask|teach|invite|prepare)s?\s+(.{2,60}?)\s+to\b/i,
      /^(?:(?:an?|the|all|every|each|our|as|for)\s+)*(.{2,40}?)(?:\s+(?:who|that|is|are|will|can|could|should|must|may|also|to|have|has|learns?|understands?|knows?)\b|\s*[,:]|$)/i,
    ],
    nobody: /^(?:you|we|they|it|this|these|here|there|everyone)\b/i,
  },
};
