const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/**
 * How many writes the synced area takes of us in a minute and in an hour: half of the browser's 120 and 1,800, since
 * a panel that takes over does not know what the one before it wrote. Each item counts, where Chrome counts calls.
 */
const LIMITS = [
  { span: MINUTE, most: 60 },
  { span: HOUR, most: 900 },
];

/** Counts writes, so that the browser never has to refuse one for coming too often. Times are ms. */
export class WriteBudget {
  #times: number[] = [];

  /** Takes as many of `wanted` writes as may go now. */
  take(wanted: number, now: number): number {
    // A clock that was set back would keep writes from the future in the way.
    this.#times = this.#times.filter((time) => time > now - HOUR && time <= now);
    const free = LIMITS.map(
      ({ span, most }) => most - this.#times.filter((time) => time > now - span).length,
    );
    const granted = Math.max(0, Math.min(wanted, ...free));
    for (let count = 0; count < granted; count++) this.#times.push(now);
    return granted;
  }

  /** How long it is from `now` until one more may go. */
  wait(now: number): number {
    const waits = LIMITS.map(({ span, most }) => {
      const first = this.#times.at(-most);
      return first === undefined ? 0 : first + span - now;
    });
    return Math.max(0, ...waits);
  }
}
