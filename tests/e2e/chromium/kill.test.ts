import { describe, expect, test } from 'vitest';
import { untilFrameShows } from '../../soak/soak.ts';
import { t } from '../../texts.ts';
import { untilWritable } from '../panel-parts.ts';
import { objectivesIn, RELATIONS, SECTIONS, untilSection, useSession } from '../session.ts';

const PROGRAM = `${RELATIONS}programs/education-program/`;
const FIRST = `section[aria-label="${t('objectives.all')}"] input`;
const TIMES = 20;

describe('a tick that shows is saved', () => {
  const session = useSession();

  const openPanel = async () => {
    const panel = await session.reader.openPanel(await session.reader.newPage(PROGRAM));
    await untilSection(panel, SECTIONS.programs);
    return panel;
  };

  test(`through ${TIMES} power cuts at the first frame that shows it`, { timeout: 900_000 }, async () => {
    let panel = await openPanel();
    for (let time = 1; time <= TIMES; time++) {
      await untilWritable(panel);
      const shown = untilFrameShows(panel, 0, true);
      await panel.click(FIRST);
      await shown;
      await session.reader.kill();
      await session.reader.restart();
      panel = await openPanel();
      // A checkbox is disabled until progress has been read.
      await untilWritable(panel);
      expect((await objectivesIn(panel))[0], `time ${time}`).toMatchObject({ ticked: true });
      await panel.click(FIRST);
      await panel.waitFor((selector) => !document.querySelector<HTMLInputElement>(selector)?.checked, FIRST);
    }
  });
});
