import * as fc from 'fast-check';

const deep = (levels: number) => {
  let value: unknown = 'deep';
  for (let level = 0; level < levels; level++) value = level % 2 ? [value] : { value };
  return value;
};

/** Unexpected values to replace something with. */
const ODD: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    0,
    -1,
    1.5,
    9e15,
    -0,
    '',
    '\ud800',
    '\u202e',
    'constructor',
    '__proto__',
  ),
  fc.constantFrom<unknown>([], {}, [[]], { length: 1 }, [null], JSON.parse('{"__proto__":{"polluted":1}}')),
  fc.constantFrom(30, 1000).map(deep),
  fc.constantFrom(400, 3000, 200_000).map((count) => 'x'.repeat(count)),
  fc.constantFrom(11, 2500).map((count) => Array.from({ length: count }, (_, at) => `${at}`)),
  fc.anything({ withNullPrototype: false, maxDepth: 2 }).filter((each) => typeof each !== 'symbol'),
);

type Changes = [at: number, how: string, odd: unknown][];
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
const set = (object: object, key: string, value: unknown) =>
  Object.defineProperty(object, key, { value, enumerable: true, writable: true, configurable: true });

/** Returns every place in `value`: the object or list that contains it, and its key there. */
function placesOf(value: unknown): [Record<string, unknown>, string][] {
  const all: [Record<string, unknown>, string][] = [];
  const open = [value];
  while (open.length > 0) {
    const each = open.pop();
    if (!isObject(each)) continue;
    for (const key of Object.keys(each)) {
      all.push([each, key]);
      open.push(each[key]);
    }
  }
  return all;
}

function changedData(data: unknown, changes: Changes): unknown {
  // In a box, so that the whole value has a place as well.
  const box = structuredClone({ data }) as Record<string, unknown>;
  for (const [at, how, some] of changes) {
    // An inserted value may be changed next.
    const odd = structuredClone(some);
    const places = placesOf(box).slice(0, 5000);
    const [parent, key] = places[at % places.length] ?? [box, 'data'];
    if (how === 'odd') set(parent, key, odd);
    else if (how === 'less') delete parent[key];
    else if (how === 'name')
      set(parent, (typeof odd === 'string' ? odd : jsonOf(odd)).slice(0, 500), parent[key]);
    else if (how === 'elsewhere') {
      const [from, name] = places[(at * 7) % places.length] ?? [box, 'data'];
      // As JSON, because no input can contain itself.
      set(parent, key, JSON.parse(jsonOf(from[name])));
    }
  }
  return box.data;
}

/** Generates one of `all`, plain data, with some changes or none. */
export function mutatedData<Data>(all: fc.Arbitrary<Data>): fc.Arbitrary<unknown> {
  const how = fc.constantFrom('odd', 'less', 'name', 'elsewhere');
  return fc
    .tuple(all, fc.array(fc.tuple(fc.nat(100_000), how, ODD), { maxLength: 3 }))
    .map(([data, changes]) => changedData(data, changes));
}

/** Returns `data` as JSON, which may be too deep for it, or contain itself. */
export function jsonOf(data: unknown): string {
  try {
    return JSON.stringify(data) ?? 'null';
  } catch {
    return '"too deep"';
  }
}
