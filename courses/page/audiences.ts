import type { Audience } from '../course.ts';
import { MOST } from '../limits.ts';
import type { Block, Item } from './blocks.ts';
import { idMaker } from './ids.ts';
import type { PageLanguage } from './languages/language.ts';
import { type Asked, askedIn, askedOf, type ObjectiveGroup } from './objectives.ts';
import { textOf } from './sections.ts';
import { plain, withoutColon } from './text.ts';
import { idFrom } from './words.ts';

/** Returns the audience named in the sentence that introduces a list of objectives, or the sentence if it names none. */
function audienceIn(lead: string, { audience }: PageLanguage): string {
  const said = withoutColon(lead).replace(audience.before, '');
  const name = audience.names.map((pattern) => pattern.exec(said)?.[1]).find(Boolean) ?? '';
  const title = name && !audience.nobody.test(name) ? name : withoutColon(lead);
  return plain(title.charAt(0).toUpperCase() + title.slice(1));
}

/** An objective before it has an id, and the block it is in. */
interface Found extends Asked {
  block: Block | undefined;
}

/** The items with a checkbox. An item below another may have a checkbox of its own. */
function tasksOf({ tasks }: Block, language: PageLanguage): Asked[] {
  return tasks.flatMap((item) => {
    const below = item.below.filter((each) => !tasks.includes(each));
    return below.length < item.below.length
      ? [{ text: textOf(item), item }]
      : askedOf(item, language).map(({ text }) => ({ text, item }));
  });
}

/**
 * Returns the audiences of a page with their objectives. If several lists are each introduced by a sentence, each of them is for an
 * audience of its own; all other lists are for `everyone`, such as one under the title of each module. If no heading names
 * objectives, the items with a checkbox are objectives. `serving` returns the ids of the sections that serve an item.
 */
export function audiencesOf(
  blocks: Block[],
  groups: ObjectiveGroup[],
  everyone: string,
  language: PageLanguage,
  serving: (block: Block | undefined, item: Item) => string[],
): Audience[] {
  const found = new Map<string, Found[]>([[everyone, []]]);
  const put = (audience: string, all: Asked[], block: Block | undefined) => {
    const objectives = found.get(audience) ?? [];
    found.set(audience, objectives);
    for (const each of all)
      if (each.text && objectives.length < MOST.objectives) objectives.push({ ...each, block });
  };
  for (const { lists, places } of groups) {
    const led = lists.filter(({ lead }) => lead !== '');
    const several =
      led.length > 1 && led.length < MOST.audiences && found.size + led.length <= MOST.audiences;
    let audience = everyone;
    for (const list of lists) {
      if (several && list.lead) audience = audienceIn(list.lead, language);
      put(audience, askedIn(list, language), places.get(list));
    }
  }
  if (groups.length === 0) {
    for (const block of blocks) put(everyone, tasksOf(block, language), block);
  }
  const named = [...found].filter(([, objectives]) => objectives.length > 0);
  const audienceId = idMaker('audience');
  const objectiveId = idMaker('objective');
  return (named.length > 0 ? named : [[everyone, []] as const]).map(([title, objectives]) => ({
    id: title === everyone ? audienceId(title, 'everyone') : audienceId(title, idFrom(title)),
    title,
    objectives: objectives.map(({ text: whole, item, block }) => {
      const text = plain(whole);
      return { id: objectiveId(text, idFrom(text)), text, sections: serving(block, item) };
    }),
  }));
}
