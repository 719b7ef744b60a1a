import * as fc from 'fast-check';

/** What a page says of one objective, with what nobody reads there: which objective it is meant to be. */
export interface Meant {
  /** Of two lines of a page's two versions with the same name, one is the other with light changes at most. */
  name: string;
  text: string;
}

/** What an author does to the list of a page: any of it must leave every tick where it is. */
export type ListEdit = (list: Meant[]) => Meant[];

/** Nouns that no ending, typo or missing article makes one of another. */
const NOUNS =
  'barrel candle dragon engine falcon garden hammer island jacket kettle ladder magnet needle orchid pencil quarry ribbon saddle tunnel violin walnut zipper'.split(
    ' ',
  );
const FRAMES: ((nouns: string[]) => string)[] = [
  ([a, b, c, d]) => `Understand the ${a} of a ${b} and how the ${c} serves our ${d}`,
  ([a, b, c, d]) => `Complete the certification: ${a} ${b}, ${c} and ${d}`,
  ([a, b, c]) => `Know when to ask the ${a} about ${b} or ${c}`,
  ([a, b, c, d]) => `Explain ${a}, ${b} & ${c} to a new ${d}`,
];

const nouns = fc.uniqueArray(fc.constantFrom(...NOUNS), { minLength: 4, maxLength: 4 });
const sentence = fc.tuple(fc.constantFrom(...FRAMES), nouns).map(([frame, four]) => frame(four));
/** What two sentences may not have in common if they are meant to be different. */
const essence = (text: string) =>
  NOUNS.filter((noun) => text.toLowerCase().includes(noun.slice(0, 4))).join(' ');

/** Lines of a page, no two of which are of the same things. */
export const anyList: fc.Arbitrary<Meant[]> = fc
  .uniqueArray(sentence, { minLength: 1, maxLength: 9, selector: essence })
  .map((all) => all.map((text) => ({ name: essence(text), text })));

/** Light changes of a sentence: what it says stays. */
const lightly: ((text: string) => string)[] = [
  (text) => text.toLowerCase(),
  (text) => `${text}.`,
  (text) => text.replace(/\bthe /, ''),
  (text) => text.replace(/\b(a|the|our) /, 'your '),
  (text) => text.replace(/^(Understand|Know|Explain)\b/, 'Learn'),
  (text) => `${text} today`,
  (text) => text.replace(' and ', ' & ').replaceAll(',', ' –'),
  // A plural, and a typo.
  (text) => text.replace(/\b(candle|engine|garden|jacket|needle|tunnel)\b/, '$1s'),
  (text) => text.replace(/\bcertification\b/i, 'certificaton'),
];

/** Words of the lines of a built-in course's page without which they mean something else. */
const OF_BUILT_IN = /\b(community|programs|business|competitors|strategy|collaborate|reach)\b/i;

/** What is said in all words of `old` but one, in whose place is `noun`: that means something else. */
function otherThan(old: Meant, noun: string): Meant | undefined {
  if (old.text.includes(noun)) return undefined;
  const isOwn = essence(old.text) !== '';
  const text = old.text.replace(isOwn ? new RegExp(NOUNS.join('|'), 'i') : OF_BUILT_IN, noun);
  return text === old.text ? undefined : { name: isOwn ? essence(text) : `${noun}, not ${old.name}`, text };
}

const at = (list: Meant[], place: number) => place % (list.length || 1);
const put = (list: Meant[], place: number, each: Meant) => [
  ...list.slice(0, place),
  each,
  ...list.slice(place),
];
const isNew = (list: Meant[], name: string) => list.every((each) => each.name !== name);

const edits: fc.Arbitrary<ListEdit>[] = [
  // Two lines change places; one moves; all are turned around.
  fc.tuple(fc.nat(20), fc.nat(20)).map(
    ([from, to]): ListEdit =>
      (list) => {
        const copy = [...list];
        const [a, b] = [copy[at(list, from)], copy[at(list, to)]];
        if (a && b) [copy[at(list, from)], copy[at(list, to)]] = [b, a];
        return copy;
      },
  ),
  fc.constant<ListEdit>((list) => list.toReversed()),
  fc.nat(20).map(
    (place): ListEdit =>
      (list) =>
        list.filter((_, index) => index !== at(list, place)),
  ),
  fc.tuple(fc.nat(20), sentence).map(
    ([place, text]): ListEdit =>
      (list) =>
        isNew(list, essence(text)) ? put(list, at(list, place), { name: essence(text), text }) : list,
  ),
  fc.tuple(fc.nat(20), fc.constantFrom(...lightly)).map(
    ([place, change]): ListEdit =>
      (list) =>
        list.map((each, index) => (index === at(list, place) ? { ...each, text: change(each.text) } : each)),
  ),
  // Another objective in the place of one, of which it has all words but one.
  fc.tuple(fc.nat(20), fc.constantFrom(...NOUNS), fc.boolean()).map(
    ([place, noun, stays]): ListEdit =>
      (list) => {
        const old = list[at(list, place)];
        const other = old && otherThan(old, noun);
        if (!other || !isNew(list, other.name)) return list;
        return stays ? put(list, at(list, place), other) : list.map((each) => (each === old ? other : each));
      },
  ),
];

/** Any edits of a list at once, as a reader finds them who was away for a while. */
export const anyListEdits: fc.Arbitrary<ListEdit[]> = fc.array(fc.oneof(...edits), { maxLength: 8 });

/**
 * The list after `all` edits. Each line is changed lightly once at most, since many light changes make another sentence, and what is
 * taken away does not come again at once in other words.
 */
export function afterEdits(list: Meant[], all: readonly ListEdit[]): Meant[] {
  const first = new Map(list.map(({ name, text }) => [name, text]));
  return all.reduce((before, edit) => {
    const known = new Map(before.map(({ name, text }) => [name, text]));
    return edit(before).flatMap((each) => {
      const [origin, was] = [first.get(each.name), known.get(each.name)];
      if (origin === undefined) return each;
      if (was === undefined) return [];
      return was === origin ? each : { ...each, text: was };
    });
  }, list);
}
