import { expect, test } from 'vitest';
import { bake } from '../../credentials/bake.ts';
import { t } from '../texts.ts';
import { badgeBy, claim, newKey, pack } from '../unit/credentials/samples.ts';
import { check, openBadges } from './badge-sheet.ts';
import { RELATIONS, SECTIONS, untilSection, useSession } from './session.ts';

const session = useSession();

test('a changed picture is never shown as the signed one', async () => {
  const page = await session.reader.newPage(`${RELATIONS}programs/education-program/`);
  const panel = await session.reader.openPanel(page);
  await untilSection(panel, SECTIONS.programs);
  await openBadges(panel);
  const jwt = await badgeBy(await newKey('EdDSA'), { time: Date.now() });
  const svg = 'http://www.w3.org/2000/svg';
  const changed = bake(
    `<svg xmlns="${svg}"><text>Mallory</text><script>document.title = 'x'</script></svg>`,
    jwt,
  );
  const title = () => panel.evaluate(() => document.title);
  const before = await title();
  const said = () => panel.evaluate(() => document.querySelector('.check [role="status"]')?.textContent);

  const shown = await check(panel, changed);
  expect(await said()).toContain(t('badge.claims', [claim.name, pack.title]));
  expect(await said()).toContain(t('badge.pictureUnchecked'));
  expect(shown).not.toContain('Mallory');
  expect(await title()).toBe(before);
  // The panel draws the signed content itself.
  const drawn = await panel.evaluate(() => document.querySelector('.check svg[role="img"]')?.ariaLabel ?? '');
  expect(drawn).toContain(claim.name);
  expect(drawn).toContain(pack.title);
  for (const { text } of pack.audiences[0]?.objectives ?? []) expect(shown).toContain(text);

  // A credential alone has no picture, so the result doesn't mention one.
  await check(panel, jwt);
  expect(await said()).toContain(t('badge.claims', [claim.name, pack.title]));
  expect(await said()).not.toContain(t('badge.pictureUnchecked'));

  // Some drawing programs rename the XML namespace prefix of the credential.
  await check(panel, bake(`<svg xmlns="${svg}"></svg>`, jwt).replaceAll('openbadges', 'ns1'));
  expect(await said()).toContain(t('badge.claims', [claim.name, pack.title]));
  await panel.close();
  await page.close();
});
