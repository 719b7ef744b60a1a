import type { PageLanguage } from './language.ts';

export const english: PageLanguage = {
  objectives: /(?<!\bnon[-‐‑ ]?)\b(?:objectives?|goals?|outcomes?)\b/i,
  outline: /\b(?:outline|syllabus|curriculum|agenda|contents)\b/i,
  learning:
    /\b(?:learn(?:ing)?|training|onboarding|courses?|curricul(?:um|a)|certifications?|bootcamp|workshops?|tutorials?|lessons?|pathways?|academy)\b/i,
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
