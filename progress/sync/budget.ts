const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/**
 * How many items may be written per minute and per hour. It is half of what browsers allow (120 and 1,800), because a panel that
 * takes over does not know what the one before it wrote. Chrome counts calls rather than items, so this is on the safe side.
 */
const LIMITS = [
  { span: MINUTE, most: 60 },
  { span: HOUR, most: 900 },
];

/** Limits writes, so that the browser never refuses one for coming too often. Times are milliseconds since 1970. */
export class WriteBudget {
  #times: number[] = [];

  /** Grants as many of the `wanted` writes as are allowed now, and counts them. */
  take(wanted: number, now: number): number {
    // If the clock was set back, drop writes that are now in the future.
    this.#times = this.#times.filter((time) => time > now - HOUR && time <= now);
    const free = LIMITS.map(
      ({ span, most }) => most - this.#times.filter((time) => time > now - span).length,
    );
    const granted = Math.max(0, Math.min(wanted, ...free));
    for (let count = 0; count < granted; count++) this.#times.push(now);
    return granted;
  }

  /** Milliseconds from `now` until one more write is allowed. */
  wait(now: number): number {
    const waits = LIMITS.map(({ span, most }) => {
      const first = this.#times.at(-most);
      return first === undefined ? 0 : first + span - now;
    });
    return Math.max(0, ...waits);
  }
}
