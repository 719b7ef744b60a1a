import * as fc from 'fast-check';

/** A function that receives data from outside, for fuzzing. */
export interface FuzzTarget<Input = unknown> {
  name: string;
  /** Generates input, most of it nearly valid. */
  any: fc.Arbitrary<Input>;
  /** The fewest cases to try, even after the time is up. */
  least?: number;
  /** Passes in `input`. Returns whether it was accepted. Throws if a property is violated. */
  accepts(input: Input): boolean | Promise<boolean>;
}

/** The result of fuzzing one target. */
export interface Outcome {
  name: string;
  seed: number;
  tried: number;
  accepted: number;
  refused: number;
  /** The slowest case, in milliseconds. */
  slowest: number;
  /** The smallest case that violates a property, and the reason; undefined if there is none. */
  failure: string | undefined;
}

/** Types `made` as a target of any input. */
export const fuzzTarget = <Input>(made: FuzzTarget<Input>) => made as FuzzTarget;

/** The longest time for one case, in milliseconds of processor time, so that other programs don't count. */
const MOST_TIME = 3000;
const SHOWN = 2000;

const prototypes = [Object, Array, Function, String, Map, Promise].map(
  ({ prototype }) => prototype as object,
);
const namesOfAll = () => prototypes.map((each) => Reflect.ownKeys(each).length).join();
const CLEAN = namesOfAll();

async function runCase({ any: _, accepts }: FuzzTarget, input: unknown, outcome: Outcome): Promise<void> {
  const start = process.cpuUsage();
  const accepted = await accepts(input);
  const { user, system } = process.cpuUsage(start);
  const time = (user + system) / 1000;
  outcome.tried++;
  outcome[accepted ? 'accepted' : 'refused']++;
  outcome.slowest = Math.max(outcome.slowest, time);
  if (time > MOST_TIME) throw new Error(`One case took ${Math.round(time)} ms`);
  if (namesOfAll() !== CLEAN) throw new Error('A prototype was changed');
}

/** Fuzzes a target with `runs` cases, or for `milliseconds`. The same seed gives the same cases. */
export async function runTarget(
  made: FuzzTarget,
  seed: number,
  { runs = Number.MAX_SAFE_INTEGER, milliseconds }: { runs?: number; milliseconds?: number },
): Promise<Outcome> {
  const outcome: Outcome = {
    name: made.name,
    seed,
    tried: 0,
    accepted: 0,
    refused: 0,
    slowest: 0,
    failure: undefined,
  };
  const until = Date.now() + (milliseconds ?? 0);
  const property = fc.asyncProperty(made.any, (input) => runCase(made, input, outcome));
  const numRuns = milliseconds === undefined ? runs : (made.least ?? 1);
  let result = await fc.check(property, { seed, numRuns });
  const left = until - Date.now();
  if (!result.failed && left > 0) {
    result = await fc.check(property, {
      seed: seed + 1,
      numRuns: Number.MAX_SAFE_INTEGER,
      interruptAfterTimeLimit: left,
    });
  }
  if (result.failed && result.counterexample) {
    const { errorInstance: error, counterexample } = result;
    const reason = error instanceof Error ? error.stack : String(error);
    outcome.failure = `${reason?.slice(0, SHOWN)}\n  with ${fc.stringify(counterexample[0]).slice(0, SHOWN)}`;
  }
  return outcome;
}
