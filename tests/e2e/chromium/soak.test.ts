import { expect, test } from 'vitest';
import { soak } from '../../soak/soak.ts';
import { RELATIONS, useSession } from '../session.ts';

const CYCLES = 15;
const session = useSession();

test(`nothing that showed as saved is lost in ${CYCLES} power cuts at random moments`, {
  timeout: 900_000,
}, async () => {
  const { saved } = await soak(session.reader, `${RELATIONS}programs/education-program/`, CYCLES, () => {});
  expect(saved).toBeGreaterThan(CYCLES);
});
