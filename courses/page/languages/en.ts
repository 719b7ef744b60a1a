import type { PageLanguage } from './language.ts';

export const english: PageLanguage = {
  // The word is what the heading is about: “Goal-related questions” are questions.
  objectives:
    /(?<!\bnon[-‐‑ ]?)\b(?:objectives?|goals?|outcomes?)(?=$|\s*[:(,/&|–—]|\s+[-–—+]\s|\s+(?:and|for|of|in|on|by|to|at|from|with|you|after)\b)/i,
  learnersObjectives:
    /\b(?:learn(?:ing|ers?['’]?s?)|course|training|modules?|lesson|class|study|exam|certification|curriculum|on-?boarding|boot ?camp|tutorial|students?['’]?|participants?['’]?)\s+(?:objectives?|goals?|outcomes?)(?=$|\s*[:(,/&|–—]|\s+[-–—]\s|\s+(?:and|for|of|in|by|at|you)\b)|\b(?:objectives?|goals?|outcomes?)\s+(?:of|for)\s+(?:this|the)\s+(?:[\w-]+\s+)?(?:course|training|modules?|lesson|page|class|workshop|session|tutorial|learning path)\b|\bwhat (?:you|participants|attendees|learners|students|new hires)(?:['’]ll|\s+will)(?: be able to)? (?:learn|know|understand|gain|do)\b|\bskills you(?:['’]ll| will) (?:learn|gain)\b|^(?:key )?takeaways$/i,
  othersObjectives:
    /\b(?:our|teams?['’]?s?|company|business|corporate|customers?['’]?|departments?|groups?|projects?|products?|programs?|architecture|technical|strategic|services?|level|time|recovery|milestones?|iteration|quarterly|annual|yearly|okrs?|career|personal|professional|revenue|sales|hiring|pipeline|marketing|campaign|outreach|engagement|research|sprint|release|state|current|future|star|shared|investment|security|quality|plan|play|scope|metrics?|kpis?|mission|vision|validation|documentation|measurable|verifiable|forecasting|transition|fy ?\d*|q[1-4])\s+(?:(?:and|&|\/)\s+(?:\w+\s+)?)?(?:objectives?|goals?|outcomes?)\b|\b(?:objectives?|goals?|outcomes?)\s+(?:and|&)\s+(?:success|measure\w*|metrics|kpis?|okrs?|non|priorities|exit|scope|roadmap|proposal)\b|\bkey results\b|\b(?:objectives?|goals?|outcomes?)\s+(?:of|for|in)\s+(?:(?:the|our|this|each|your)\s+)?(?:[\w-]+\s+){0,2}(?:teams?|group|department|program|project|blueprint|quarter|company|phase|initiative|research|fy ?\d*|q[1-4])\b/i,
  othersPage:
    /\bnon[-‐‑ ]?(?:goals|objectives)\b|^(?:(?:our|the) )?(?:mission|vision|stakeholders|team|team members|roles and responsibilities|exit criteria|success (?:metrics|criteria)|proposal|motivation|key results|key metrics|dris?|roadmap)\b|\b(?:teams?|groups?|departments?|divisions?|projects?|blueprints?|strategy|initiatives?|okrs?|kpis?|roadmap|direction|campaigns?|committee|summit|architecture|performance indicators)$/i,
  activity:
    /^(?:[\d.)\s]*)(?:(?:step|stage|phase|activity|exercise|meeting|task|round|session)\s+(?:\d+|[ivx]+|[a-d])\b|(?:create|creating|define|defining|share|set|setting|review|reviewing|discuss|identify|write|document|agree|align|communicate|track|tracking|measure|measuring|achieve|achieving|reach|present|plan|planning|state|articulate|construct|assess|consider|connect|draft|choose|list|keep|keeping|validate|prioriti[sz]e|evaluate)\s)|\b(?:warm-?ups?|exercises?|questions?|discussion|brainstorm\w*|surveys?|templates?|examples?|labels?|proposals?|scores?|statements?)\b|\d\s*min(?:ute)?s?\b|\bis to\b/i,
  promise:
    /\b(?:(?:will|should|must) (?:also )?be able to|(?:you|participants|attendees|learners|students|trainees|everyone|hires?|members?)(?:['’]ll|\s+will|\s+should)\s+(?:also\s+)?(?:have\s+)?(?:learn(?:ed|t)?|know|understand|gain(?:ed)?|be (?:familiar|comfortable|ready))\b)/i,
  verb: /\b(?:to|will|can|should)\s+((?!be\b|do\b|have\b|the\b|also\b|then\b|include\b|cover\b|complete\b|achieve\b)[a-z]+(?:\s+(?:and|or)\s+[a-z]+)?(?:\s+(?:about|how|with|between))?)(?:\s+the following(?:\s+\w+)?)?\s*:$/i,
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
  kindOfResource:
    /^(?:(?:the|a|view|watch|read|see|open) +)*(?:(?:full|video|session|training|handbook|course|google|slide) +)*(?:transcripts?|slides?|slide ?decks?|decks?|presentations?|recordings?|videos?|pages?|docs?|documents?|notes|agendas?|templates?|issues?|quiz(?:zes)?|tests?|assessments?|courses?|links?|pdf|worksheets?|handouts?|exercises?)[.!]?$/i,
  unfold:
    /^(?:please +)?click\b|^(?:expand|show|see|view|open)(?: +(?:the|more|all|full|details?|here|this|list|section|below))*[.…]*$/i,
  audience: {
    before: /^(?:at|by|after|on|upon|when|once|in|during|following)\b[^,]*,\s*/i,
    names: [
      /\b(?:expect|want|help|enable|allow|ask|teach|invite|prepare)s?\s+(.{2,60}?)\s+to\b/i,
      /^(?:(?:an?|the|all|every|each|our|as|for)\s+)*(.{2,40}?)(?:\s+(?:who|that|is|are|will|can|could|should|must|may|also|to|have|has|learns?|understands?|knows?)\b|\s*[,:]|$)/i,
    ],
    nobody: /^(?:you|we|they|it|this|these|here|there|everyone)\b/i,
  },
};
