import { type Block, type Item, LEVEL, type List } from './blocks.ts';
import type { PageLanguage } from './languages/language.ts';
import { speaksOfLearning } from './reads-as-course.ts';
import { levelOf, textOf, titleOf } from './sections.ts';
import { isSentence, plain } from './text.ts';

/** The blocks under a heading that names objectives, and their lists. */
export interface ObjectiveGroup {
  blocks: Block[];
  lists: List[];
  /** The block of each list. */
  places: ReadonlyMap<List, Block>;
}

/** The most words of a label: “Bakers” in “Bakers: their page”. */
const LABEL = 3;

/** Whether an item is a link, perhaps after a label. */
function isLink({ text, links: [link] }: Item): boolean {
  if (!link) return false;
  const [own, whole] = [plain(link.text.value), plain(text.value)];
  if (own === whole) return true;
  const [, label] = /^(.*\S)\s*(?:[:：]|\s[-–—])$/u.exec(whole.slice(0, -own.length).trim()) ?? [];
  return label !== undefined && whole.endsWith(own) && label.split(/\s+/).length <= LABEL;
}

/** Whether more than half of the items of a list are like that. */
const areMostly = ({ items }: List, kind: (item: Item) => boolean) =>
  items.filter(kind).length * 2 > items.length;

const isQuestion = ({ text }: Item) => /[?？]$/.test(plain(text.value));

/** An objective is something to be able to do: not a link, and no question. */
const saysNone = (list: List) => areMostly(list, isLink) || areMostly(list, isQuestion);

const saysObjectives = ({ lists, links }: Block) =>
  !lists.some(saysNone) && links.every((link) => 'item' in link && link.item);

/** The blocks below a heading that has no list: each of their titles is an objective if there are several of one level. */
function titledBelow(head: Block, below: Block[]): Block[] {
  const titled = below.filter((block) => levelOf(block) === levelOf(below[0] ?? head) && titleOf(block));
  const isPlain =
    head.lists.length === 0 && !below.some(({ lists }) => lists.some((list) => !saysNone(list)));
  return isPlain && titled.length > 1 ? titled : [];
}

function groupAt(blocks: Block[], at: number): ObjectiveGroup {
  const head = blocks[at] as Block;
  const end = blocks.findIndex((block, index) => index > at && levelOf(block) <= levelOf(head));
  const whole = blocks.slice(at, end < 0 ? undefined : end);
  // A heading with a list of its own may have others below it, such as what to know before.
  const next = whole.findIndex((block, index) => index > 0 && levelOf(block) < LEVEL.summary);
  const all =
    next > 0 && whole.slice(0, next).some(({ lists }) => lists.length > 0) ? whole.slice(0, next) : whole;
  const below = all.slice(1);
  // A heading such as “Goals and material” has other things below it, too, which are not objectives.
  const own = below.every(saysObjectives) ? all : [head];
  const titled = titledBelow(head, below);
  if (titled.length > 0) {
    const lists = titled.map(({ heading }): List => {
      const text = heading?.text ?? { value: '' };
      return { lead: '', items: [{ text, above: undefined, below: [], links: [] }] };
    });
    return { blocks: own, lists, places: new Map(lists.map((list, index) => [list, titled[index] ?? head])) };
  }
  return groupOf(own, (list) => !saysNone(list));
}

function groupOf(blocks: Block[], isOne: (list: List) => boolean): ObjectiveGroup {
  const all = blocks.flatMap((block) => block.lists.filter(isOne).map((list) => [list, block] as const));
  return { blocks, lists: all.map(([list]) => list), places: new Map(all) };
}

/** The most words of a title that names objectives without saying whose. Longer ones say something about them. */
const NAME = 6;
const isStatement = (name: string) => /[?？]$/.test(name) || name.split(/\s+/).length > NAME;

/** Returns a function that tells whether a block's title names what a learner gets, not an activity or the goals of others. */
function namingObjectives(blocks: Block[], title: string, language: PageLanguage) {
  const { objectives, learnersObjectives, othersObjectives, othersPage, activity, promise } = language;
  const isOfOthers =
    !speaksOfLearning(title, language) &&
    [title, ...blocks.map(titleOf)].some((each) => othersPage.test(each));
  return (block: Block): boolean => {
    const name = titleOf(block);
    if (activity.test(name) || isSentence(name)) return false;
    if (learnersObjectives.test(name)) return true;
    if (!objectives.test(name) || othersObjectives.test(name) || isStatement(name)) return false;
    return !isOfOthers || block.lists.some(({ lead }) => promise.test(lead));
  };
}

/**
 * The lists of objectives on a page: those under headings that name what a learner gets, or else all lists of a page whose title does,
 * or else those that a sentence introduces which promises it.
 */
export function objectiveGroups(blocks: Block[], title: string, language: PageLanguage): ObjectiveGroup[] {
  const names = namingObjectives(blocks, title, language);
  const groups: ObjectiveGroup[] = [];
  const seen = new Set<Block>();
  for (const [at, block] of blocks.entries()) {
    if (seen.has(block) || !names(block)) continue;
    const group = groupAt(blocks, at);
    if (!group.lists.some(({ items }) => items.length > 0)) continue;
    groups.push(group);
    for (const each of group.blocks) seen.add(each);
  }
  if (groups.length > 0) return groups;
  if (language.learnersObjectives.test(title)) {
    const all = groupOf(blocks, (list) => !saysNone(list));
    return all.lists.length > 0 ? [all] : [];
  }
  const isPromised = (list: List) => language.promise.test(list.lead) && !saysNone(list);
  return blocks.map((block) => groupOf([block], isPromised)).filter(({ lists }) => lists.length > 0);
}

/** An objective before it has an id: its text, and the item it is from. */
export interface Asked {
  text: string;
  item: Item;
}

/** The most words of a topic, which says nothing without what introduces it. */
const TOPIC = 6;
/** No objective gets longer by what is put together. */
const LONGEST = 200;

/** A Japanese statement ends with a verb, and so in hiragana. */
const JAPANESE_STATEMENT = /\p{Script=Hiragana}。?$/u;
const isTopic = (text: string) =>
  text.split(/\s+/).length <= TOPIC && !isSentence(text) && !JAPANESE_STATEMENT.test(text);

/** What an item asks, together with the items below it if it isn't complete without them. */
export function askedOf(item: Item, language: PageLanguage): Asked[] {
  const said = plain(item.text.value);
  const [lead = ''] = /^.*(?=\s*[:：,，、]$)/u.exec(said) ?? [];
  const below = item.below.map((each) => ({ text: textOf(each), item: each })).filter(({ text }) => text);
  if (!lead || below.length === 0) return [{ text: textOf(item), item }];
  if (language.promise.test(lead)) return below;
  const parts = below.map(({ text }) => text);
  const joined = `${lead}: ${parts.join(parts.some((part) => /[,，、]/u.test(part)) ? '; ' : ', ')}`;
  if (joined.length <= LONGEST && parts.every(isTopic)) return [{ text: joined, item }];
  return below.map((each) =>
    JAPANESE_STATEMENT.test(each.text) ? each : { ...each, text: `${lead}: ${each.text}` },
  );
}

/** What the items of a list ask, with the verb of the sentence that introduces them if they are only topics. */
export function askedIn(list: List, language: PageLanguage): Asked[] {
  const all = list.items.flatMap((item) => askedOf(item, language));
  const [, verb = ''] = language.verb?.exec(list.lead) ?? [];
  if (!verb) return all;
  const name = verb.charAt(0).toUpperCase() + verb.slice(1);
  return all.map((each) => {
    const isOwn = !isTopic(each.text) || each.text.toLowerCase().startsWith(verb.toLowerCase());
    return isOwn ? each : { ...each, text: `${name} ${each.text}` };
  });
}
