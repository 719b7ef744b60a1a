import * as v from 'valibot';
import { hasInvisible } from '../text/invisible.ts';
import { objectivesOf, resourcesOf } from './course.ts';
import { LONGEST, MOST } from './limits.ts';

const isVisible = (text: string) => !hasInvisible(text);
const INVISIBLE_REASON = 'the text contains invisible characters';

const Text = v.pipe(
  v.string(),
  v.trim(),
  v.nonEmpty('a text is empty'),
  v.maxLength(LONGEST.text),
  v.check(isVisible, INVISIBLE_REASON),
);
export const ID_REASON = 'an id has lowercase letters, digits and hyphens, at most 80';
const Id = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,79}$/, ID_REASON));

/** Whether the host that a reader sees in `link` is the one it leads to, without invisible characters. */
function isPlain(link: string): boolean {
  if (!link.startsWith('https://') || !URL.canParse(link)) return true;
  const { host, username, password } = new URL(link);
  const seen = link.split(/[/?#]/)[2]?.toLowerCase();
  return host === seen && !username && !password && isVisible(link);
}

export const LINK_REASON = 'a link begins with https://';
const Link = v.pipe(
  v.string(),
  v.maxLength(LONGEST.address),
  v.regex(/^https:\/\//, LINK_REASON),
  v.url('a link is a full address'),
  v.check(isPlain, 'a link shows the host it leads to, without a name and password'),
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
  /** Its current address; for a removed resource its last one. */
  address: Link,
  /** Its former addresses. They are saved because the handbook removes its redirects after a year. */
  formerly: v.optional(v.pipe(v.array(Link), v.maxLength(MOST.former))),
  /** It was removed and has no successor: shown as removed, and not counted. */
  gone: v.optional(v.boolean()),
  /** An alternative to a removed resource, for one audience. */
  instead: v.optional(v.strictObject({ audience: Id, address: Link })),
  /** The title of its list on the course page. */
  group: v.optional(Text),
  /** One of the community programs. */
  program: v.optional(v.boolean()),
});

const SectionSchema = v.strictObject({
  id: Id,
  title: Text,
  /** Id of its heading on the course page; '' if it has none. */
  anchor: v.pipe(v.string(), v.maxLength(LONGEST.anchor), v.check(isVisible, INVISIBLE_REASON)),
  videos: v.optional(
    v.pipe(v.array(v.strictObject({ title: Text, address: Link })), v.maxLength(MOST.videos)),
  ),
  resources: v.pipe(v.array(ResourceSchema), v.maxLength(MOST.resources)),
});

/**
 * Items that are no longer on the course page. They keep their ids, because a reader's progress may refer to them, and return
 * to the course when the page has them again.
 */
const EarlierSchema = v.strictObject({
  objectives: v.optional(
    v.pipe(v.array(v.strictObject({ id: Id, text: Text })), v.minLength(1), v.maxLength(MOST.earlier)),
  ),
  resources: v.optional(v.pipe(v.array(ResourceSchema), v.minLength(1), v.maxLength(MOST.earlier))),
});

/** Texts in another language. A text that is missing here is shown in the pack's own language. */
const TranslationSchema = v.strictObject({
  title: v.optional(Text),
  /** By id: the text of an objective, the title of the others. */
  audiences: v.optional(v.record(Id, Text)),
  objectives: v.optional(v.record(Id, Text)),
  sections: v.optional(v.record(Id, Text)),
  resources: v.optional(v.record(Id, Text)),
  /** By the title of the list in the pack. */
  groups: v.optional(v.record(Text, Text)),
  /** By address. */
  videos: v.optional(v.record(Link, Text)),
});

/** The form of a course, before the checks between its parts. */
export const CourseShape = v.strictObject({
  id: Id,
  /** Month of the course page it was made from, such as `2026-08`. */
  edition: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}$/)),
  title: Text,
  /** The course page. */
  address: Link,
  /** Where that page is edited in its repository, so that a reader can correct outdated links. */
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
          v.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'a language is a tag such as ja or pt-BR'),
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

/** Finds the first name in a translation that `course` does not have. This also keeps a translation from being larger than its course. */
function unknownName(course: Shape): string | undefined {
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

function firstDuplicate(ids: string[]): string | undefined {
  const seen = new Set<string>();
  return ids.find((id) => seen.size === seen.add(id).size);
}

function unknownSection(course: Shape): string | undefined {
  const known = new Set(idsOf(course.sections));
  return objectivesOf(course)
    .flatMap(({ sections }) => sections)
    .find((id) => !known.has(id));
}

/** A check between the parts of a course: it fails with `reason` and the first thing that `find` returns. */
function refuse(reason: string, find: (course: Shape) => string | undefined) {
  return v.check<Shape, (issue: v.CheckIssue<Shape>) => string>(
    (course) => find(course) === undefined,
    ({ input }) => `${reason}: ${find(input)}`,
  );
}

/**
 * The schema of a course pack (JSON). A pack is data: plain text and `https:` links. Addresses of a handbook
 * are canonical. Ids are permanent, because the reader's progress refers to them.
 */
export const CourseSchema = v.pipe(
  CourseShape,
  v.check(
    (course) => resourcesOf(course).length <= MOST.resourcesInAll,
    `there are more than ${MOST.resourcesInAll} resources`,
  ),
  refuse('two audiences have the same id', ({ audiences }) => firstDuplicate(idsOf(audiences))),
  refuse('two objectives have the same id', (course) => firstDuplicate(idsOf(allObjectives(course)))),
  refuse('two sections have the same id', ({ sections }) => firstDuplicate(idsOf(sections))),
  refuse('two resources have the same id', (course) => firstDuplicate(idsOf(allResources(course)))),
  refuse('an objective names an unknown section', unknownSection),
  refuse('a translation names something unknown', unknownName),
);
