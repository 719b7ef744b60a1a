import type { Subject } from './subject.ts';

/** Measured times in ms, by subject and by what was measured. */
export class Samples {
  readonly #values = new Map<string, number[]>();

  add(subject: Subject, what: string, value: number): void {
    const key = `${subject.name}: ${what}`;
    const known = this.#values.get(key);
    if (known) known.push(value);
    else this.#values.set(key, [value]);
  }

  of(subject: Subject, what: string): number[] {
    return this.#values.get(`${subject.name}: ${what}`) ?? [];
  }

  toJSON(): Record<string, number[]> {
    return Object.fromEntries(this.#values);
  }
}
