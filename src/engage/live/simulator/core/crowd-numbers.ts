// The numbers a crowd is made of, fitted to one recorded room by `bench/live-timing.ts`; counts only, no word of the recording.

/** Fitted to 41,108 lines of 4.2 h; how each was fitted stands in the README. */
export const CROWD = {
  /** Log rate of ten-second buckets against the ten minutes around: first-order chain. Bursts are added on top, so its spread is less than the whole 0.83. */
  swing: { logSd: 0.45, carry: 0.57 },
  /** Counts of a second within its bucket: Poisson mixed by a gamma of this shape. */
  secondShape: 4.67,
  /** Sudden peaks: per hour, their height over the usual (median, ninth decile), and how long. */
  bursts: { perHour: 17.3, height: 3.46, heightP90: 7.4, seconds: 18 },
  /** Silences of ten seconds and more: length is log-normal (median 18 s); the loudest flood after one was 63 times the usual second. */
  stalls: { perHour: 12.4, logMean: 2.92, logSd: 0.92 },
  /** Share of lines that say what was said within so many seconds. */
  repetition: { s3: 0.405, s5: 0.455, s10: 0.52, s30: 0.568, ownLast: 0.093 },
  /** Writers from the busiest down: share of people, share of lines. */
  writers: [
    { people: 0.01, lines: 0.135 },
    { people: 0.09, lines: 0.437 },
    { people: 0.4, lines: 0.376 },
    { people: 0.5, lines: 0.052 },
  ],
  /** Characters a line at 5, 25, 50, 75, 95, 99 %. */
  length: [1, 3, 5, 8, 13, 18],
  /** Lines of nothing but question or exclamation marks. */
  bare: 0.057,
  /** Other events for each line. */
  perLine: { gift: 0.127, superchat: 0.0039, subscribe: 0.0028 },
} as const;
