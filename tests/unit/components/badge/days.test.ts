import * as fc from 'fast-check';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { dayMade, daysOf } from '../../../../components/badge/days.ts';
import { credentialOf, sign } from '../../../../credentials/credential.ts';
import type { SigningKey } from '../../../../credentials/key.ts';
import { verifyText } from '../../../../credentials/verify.ts';
import { dayOf } from '../../../../progress/records.ts';
import { claim, newKey, pack } from '../../credentials/samples.ts';

const ZONES = [
  'Asia/Tokyo',
  'UTC',
  'America/Los_Angeles',
  'Asia/Kolkata',
  // The time zones farthest ahead of UTC and behind it. Samoa (Apia) once skipped a day to move across the date line.
  'Pacific/Kiritimati',
  'Pacific/Apia',
  'Pacific/Pago_Pago',
] as const;
const own = process.env.TZ;
const liveIn = (zone: string | undefined) => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
};
afterEach(() => liveIn(own));

/** The date of a time (ms since 1970) in a time zone, according to Intl. */
const calendarDay = (time: number, timeZone: string) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(time);

let key: SigningKey;
beforeAll(async () => {
  key = await newKey('EdDSA');
});

/** Makes a badge at `time` in a browser in this time zone, with all objectives ticked at `ticked`. */
async function madeIn(zone: string, ticked: number, time: number): Promise<string> {
  liveIn(zone);
  const reached = new Map([...claim.reached.keys()].map((id) => [id, ticked]));
  return sign(await credentialOf({ ...claim, ...daysOf(reached, time), time }, key.did), key);
}
async function readIn(zone: string, jwt: string, now: number) {
  liveIn(zone);
  const verified = await verifyText(jwt, [pack], now);
  if ('wrong' in verified) throw new Error(verified.wrong);
  return { ticked: verified.valid.objectives.map(({ day }) => day), made: dayMade(verified.valid) };
}

const SCHOOL_MORNING = Date.UTC(2026, 7, 31, 23, 30);

describe('the dates in a badge are those of its maker’s time zone', () => {
  test('a tick in Tokyo at 08:30 on 1 September is dated 1 September, wherever the badge is read', async () => {
    const jwt = await madeIn('Asia/Tokyo', SCHOOL_MORNING, SCHOOL_MORNING);
    expect(dayOf(SCHOOL_MORNING)).toBe('2026-09-01');
    for (const zone of ZONES)
      expect(await readIn(zone, jwt, SCHOOL_MORNING)).toEqual({
        ticked: ['2026-09-01', '2026-09-01'],
        made: '2026-09-01',
      });
  });

  test('all dates of one time are the same, in whichever zones the badge is made and read', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...ZONES),
        fc.constantFrom(...ZONES),
        fc.integer({ min: Date.UTC(2024, 0), max: Date.UTC(2040, 0) }),
        fc.integer({ min: 0, max: 3 * 86_400_000 }),
        async (zone, reader, ticked, later) => {
          const time = ticked + later;
          const jwt = await madeIn(zone, ticked, time);
          const days = await readIn(reader, jwt, time);
          expect(new Set(days.ticked)).toEqual(new Set([calendarDay(ticked, zone)]));
          // The hand-in in the same browser shows the same date.
          liveIn(zone);
          expect(days.ticked[0]).toBe(dayOf(ticked));
          expect(days.made >= (days.ticked[0] ?? '')).toBe(true);
          expect([calendarDay(time, reader), days.ticked[0]]).toContain(days.made);
          if (zone === reader) expect(days.made).toBe(calendarDay(time, zone));
        },
      ),
      { numRuns: 150 },
    );
  });

  test('if the clock was set back after a tick, no date is later than that of the badge', async () => {
    const jwt = await madeIn('Asia/Tokyo', SCHOOL_MORNING + 9e9, SCHOOL_MORNING);
    expect(await readIn('Asia/Tokyo', jwt, SCHOOL_MORNING)).toMatchObject({
      ticked: ['2026-09-01', '2026-09-01'],
    });
  });
});
