import { parseArgs } from 'node:util';
import { type Outcome, runTarget } from '../tests/fuzz/target.ts';
import { targets } from '../tests/fuzz/targets.ts';

/**
 * Feeds unexpected input into every place where input enters, and exits with 1 if a property is violated. `--seconds N` for each
 * place (default 10) or `--runs N`; `--only WORD` for places with this word in their names; `--seed N` to repeat a run.
 */
const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '10' },
    runs: { type: 'string' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
    only: { type: 'string', default: '' },
  },
});
const numberOf = (name: 'seconds' | 'runs' | 'seed') => {
  const number = Number(values[name]);
  if (!(number >= 0)) throw new Error(`--${name} needs a number`);
  return number;
};
const seed = numberOf('seed');
const bound =
  values.runs === undefined ? { milliseconds: numberOf('seconds') * 1000 } : { runs: numberOf('runs') };

console.log(`Seed ${seed}`);
const outcomes: Outcome[] = [];
for (const target of targets.filter(({ name }) => name.includes(values.only))) {
  console.log(target.name);
  outcomes.push(await runTarget(target, seed, bound));
}
console.table(
  Object.fromEntries(
    outcomes.map(({ name, tried, accepted, refused, slowest, failure }) => [
      name,
      { tried, accepted, refused, 'slowest (ms)': Math.round(slowest), failures: failure ? 1 : 0 },
    ]),
  ),
);
const failed = outcomes.filter(({ failure }) => failure);
for (const { name, failure } of failed) console.error(`\n${name}: ${failure}`);
process.exit(failed.length > 0 ? 1 : 0);
