import { describe, expect, test } from 'vitest';
import { handbookPage, stubPage } from '../fixtures/pages.ts';
import {
  HANDBOOK,
  linkTo,
  pathOf,
  RELATIONS,
  SECTIONS,
  untilCurrent,
  untilSection,
  useSession,
} from './session.ts';

const START = `${RELATIONS}developer-advocacy/`;

type Step = 'redirect' | 'stub';
const STUBS = Array<Step>(6).fill('stub');

describe('a link that the handbook redirects several times', () => {
  const session = useSession();

  test.each<[string, string, string, Step[]]>([
    ['stubs', 'Education Program', `${RELATIONS}programs/education-program/`, STUBS],
    [
      'a redirect to a stub',
      'Open Source Program',
      `${RELATIONS}programs/open-source-program/`,
      ['redirect', 'stub'],
    ],
    [
      'a stub to a redirect',
      'Startups Program',
      `${HANDBOOK}sales/high-velocity-sales-fo-team/startups-program/`,
      ['stub', 'redirect'],
    ],
  ])('by %s: the panel learns where the way ends', async (_, title, address, steps) => {
    const name = address.split('/').at(-2);
    const places = [address, ...steps.map((_, at) => `${RELATIONS}outreach/${at}/${name}/`)];
    const end = places.at(-1) as string;
    session.server.setPage(pathOf(end), handbookPage(pathOf(address)) ?? handbookPage('/handbook/values/'));
    for (const [at, step] of steps.entries()) {
      const [from, to] = [pathOf(places[at] as string), places[at + 1] as string];
      if (step === 'stub') session.server.setPage(from, stubPage(to));
      else session.server.setRedirect(from, pathOf(to));
    }
    const tab = await session.reader.newPage(START);
    const panel = await session.reader.openPanel(tab);
    await untilSection(panel, SECTIONS.programs);
    await panel.click(linkTo(address));
    await expect.poll(() => tab.url()).toBe(end);
    await untilCurrent(panel, title);
    await panel.waitFor((selector) => document.querySelector(selector) !== null, linkTo(end));
    await panel.close();
    await tab.close();
  });
});
