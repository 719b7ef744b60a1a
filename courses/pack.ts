import * as v from 'valibot';
import { hasInvisible } from '../text/invisible.ts';
import { objectivesOf, resourcesOf } from './course.ts';
import { LONGEST, MOST } from './limits.ts';

const isSeen = (text: string) => !hasInvisible(text);
const UNSEEN_REASON = 'the text holds characters that are not seen';

const Text = v.pipe(
  v.string(),
  v.trim(),
  v.nonEmpty('a text is empty'),
  v.maxLength(LONGEST.text),
  v.check(isSeen, UNSEEN_REASON),
);
export const ID_REASON = 'an id is of small letters, digits and hyphens, at most 80 of them';
const Id = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,79}$/, ID_REASON));

/** Whether the host that a reader sees in `link` is the one that it leads to, and nothing in it is unseen. */
function isPlain(link: string): boolean {
  if (!link.startsWith('https://') || !URL.canParse(link)) return true;
  const { host, username, password } = new URL(link);
  const seen = link.split(/[/?#]/)[2]?.toLowerCase();
  return host === seen && !username && !password && isSeen(link);
}

export const LINK_REASON = 'a link begins with https://';
const Link = v.pipe(
  v.string(),
  v.maxLength(LONGEST.address),
  v.regex(/^https:\/\//, LINK_REASON),
  v.url('a link is a whole address'),
  v.check(isPlain, 'a link shows plainly where it leads: its host, without name and password'),
);

const ObjectiveSchema = v.strictObject({
  id: Id,
  text: Text,
  /** Ids of the sections that serve the objective. */
  sections: v.pipe(v.array(Id), v.maxLength(MOST.sections)),
});

const AudienceSchema = v.strictObject({
  id: Id,
  title: Text,
  objectives: v.pipe(v.array(ObjectiveSchema), v.maxLength(MOST.objectives)),
});

const ResourceSchema = v.strictObject({
  id: Id,
  title: Text,
  /** Where it is now; for a resource that is gone, where it was last. */
  address: Link,
  /** Where it was before. What is known of a move is kept: the handbook drops its redirects after a year. */
  formerly: v.optional(v.pipe(v.array(Link), v.maxLength(MOST.former))),
  /** It has no successor: shown as gone, and not counted. */
  gone: v.optional(v.boolean()),
  /** A place that serves one audience instead of a resource that is gone. */
  instead: v.optional(v.strictObject({ audience: Id, address: Link })),
  /** The title of the list it stands in on the course page. */
  group: v.optional(Text),
  /** One of the community programs. */
  program: v.optional(v.boolean()),
});

const SectionSchema = v.strictObject({
  id: Id,
  title: Text,
  /** Id of its heading on the course page; '' where it has none. */
  anchor: v.pipe(v.string(), v.maxLength(LONGEST.anchor), v.check(isSeen, UNSEEN_REASON)),
  videos: v.optional(
    v.pipe(v.array(v.strictObject({ title: Text, address: Link })), v.maxLength(MOST.videos)),
  ),
  resources: v.pipe(v.array(ResourceSchema), v.maxLength(MOST.resources)),
});

/**
 * What has lost its place in the course, since its page has it no more. It is kept with its id, under which a reader
 * may have done something, and comes back to a place when the page has it again.
 */
const EarlierSchema = v.strictObject({
  objectives: v.optional(
    v.pipe(v.array(v.strictObject({ id: Id, text: Text })), v.minLength(1), v.maxLength(MOST.earlier)),
  ),
  resources: v.optional(v.pipe(v.array(ResourceSchema), v.minLength(1), v.maxLength(MOST.earlier))),
});

/** Texts in another language. What is not among them stays as it is in the pack. */
const TranslationSchema = v.strictObject({
  title: v.optional(Text),
  /** By id; an objective's is its text, for the others it is the title. */
  audiences: v.optional(v.record(Id, Text)),
  objectives: v.optional(v.record(Id, Text)),
  sections: v.optional(v.record(Id, Text)),
  resources: v.optional(v.record(Id, Text)),
  /** By the title of the list in the pack. */
  groups: v.optional(v.record(Text, Text)),
  /** By address. */
  videos: v.optional(v.record(Link, Text)),
});

/** The form of a course, before what its parts must agree on. */
export const CourseShape = v.strictObject({
  id: Id,
  /** Month of the course page it was made from, such as `2026-08`. */
  edition: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}$/)),
  title: Text,
  /** The course's own page. */
  address: Link,
  /** Where that page is edited in its repository, so that a reader can mend what has gone stale. */
  edit: v.optional(Link),
  audiences: v.pipe(v.array(AudienceSchema), v.minLength(1), v.maxLength(MOST.audiences)),
  sections: v.pipe(v.array(SectionSchema), v.minLength(1), v.maxLength(MOST.sections)),
  earlier: v.optional(EarlierSchema),
  /** By language, such as `ja` or `pt-BR`. */
  translations: v.optional(
    v.pipe(
      v.record(
        v.pipe(
          v.string(),
          v.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'a language is named as ja or pt-BR are'),
        ),
        TranslationSchema,
      ),
      v.maxEntries(MOST.languages),
    ),
  ),
});

type Shape = v.InferOutput<typeof CourseShape>;

const idsOf = (all: { id: string }[]) => all.map(({ id }) => id);
const allObjectives = (course: Shape) => [...objectivesOf(course), ...(course.earlier?.objectives ?? [])];
const allResources = (course: Shape) => [...resourcesOf(course), ...(course.earlier?.resources ?? [])];

/** The first name in a translation of `course` of something that it does not have, so that no translation is larger than it. */
function strangeName(course: Shape): string | undefined {
  const known = {
    audiences: new Set(idsOf(course.audiences)),
    objectives: new Set(idsOf(allObjectives(course))),
    sections: new Set(idsOf(course.sections)),
    resources: new Set(idsOf(allResources(course))),
    groups: new Set(allResources(course).map(({ group = '' }) => group)),
    videos: new Set(course.sections.flatMap(({ videos = [] }) => videos.map(({ address }) => address))),
  };
  return Object.values(course.translations ?? {})
    .flatMap((each) =>
      Object.entries(known).flatMap(([kind, there]) =>
        Object.keys(each[kind as keyof typeof known] ?? {}).filter((name) => !there.has(name)),
      ),
    )
    .at(0);
}

function firstTwice(ids: string[]): string | undefined {
  const seen = new Set<string>();
  return ids.find((id) => seen.size === seen.add(id).size);
}

function strangeSection(course: Shape): string | undefined {
  const known = new Set(idsOf(course.sections));
  return objectivesOf(course)
    .flatMap(({ sections }) => sections)
    .find((id) => !known.has(id));
}

/** What parts of a course must agree on: refused with `reason` and the first that `find` finds. */
function none(reason: string, find: (course: Shape) => string | undefined) {
  return v.check<Shape, (issue: v.CheckIssue<Shape>) => string>(
    (course) => find(course) === undefined,
    ({ input }) => `${reason}: ${find(input)}`,
  );
}

/**
 * The schema of a course pack (JSON). A pack is data: plain text and `https:` links. Addresses of a handbook
 * are canonical. Ids are permanent, since what a reader did is kept under them.
 */
export const CourseSchema = v.pipe(
  CourseShape,
  v.check(
    (course) => resourcesOf(course).length <= MOST.resourcesInAll,
    `there are more than ${MOST.resourcesInAll} resources`,
  ),
  none('two audiences have one id', ({ audiences }) => firstTwice(idsOf(audiences))),
  none('two objectives have one id', (course) => firstTwice(idsOf(allObjectives(course)))),
  none('two sections have one id', ({ sections }) => firstTwice(idsOf(sections))),
  none('two resources have one id', (course) => firstTwice(idsOf(allResources(course)))),
  none('an objective names a section that is not there', strangeSection),
  none('a translation names something that is not there', strangeName),
);
