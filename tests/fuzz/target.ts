import * as fc from 'fast-check';

/** A place where something comes in from outside. */
export interface FuzzTarget<Input = unknown> {
  name: string;
  /** What may come, for the most part nearly right. */
  any: fc.Arbitrary<Input>;
  /** So many cases are tried, also where the time is up. */
  least?: number;
  /** Lets `input` in. Answers whether it was accepted; throws where what must hold does not. */
  accepts(input: Input): boolean | Promise<boolean>;
}

/** What came of a door's cases. */
export interface Outcome {
  name: string;
  seed: number;
  tried: number;
  accepted: number;
  refused: number;
  /** The slowest case, in milliseconds. */
  slowest: number;
  /** The smallest case that was found for which something did not hold, and what; undefined where all held. */
  failure: string | undefined;
}

/** A door of any input among others. */
export const fuzzTarget = <Input>(made: FuzzTarget<Input>) => made as FuzzTarget;

/** How long one case may work, in milliseconds of the processor, since others may have kept it waiting: a reader waits no longer. */
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
  if (time > MOST_TIME) throw new Error(`it took ${Math.round(time)} ms`);
  if (namesOfAll() !== CLEAN) throw new Error('a prototype has changed');
}

/** Tries a door with `runs` cases, or as many as there is time for in `milliseconds`. The same seed gives the same cases. */
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
