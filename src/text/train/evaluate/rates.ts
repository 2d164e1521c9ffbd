// Times work by the processor's own clock, so that a busy machine does not make the engine look slow, nor an idle one fast.

export interface Rate {
  /** Texts a second of processor time, best round: what one core does. */
  perSecond: number;
  /** Texts a second by the wall clock, best round: what this machine gave meanwhile. */
  wallPerSecond: number;
}

/** Best of `rounds`; threads of the runtime (garbage, compiling) count against the work. */
export function rateOf(texts: readonly string[], work: (text: string) => unknown, rounds = 5): Rate {
  let perSecond = 0;
  let wallPerSecond = 0;
  for (let round = 0; round < rounds; round += 1) {
    const startedAt = performance.now();
    const used = process.cpuUsage();
    for (const text of texts) work(text);
    const { user, system } = process.cpuUsage(used);
    perSecond = Math.max(perSecond, (texts.length / (user + system)) * 1e6);
    wallPerSecond = Math.max(wallPerSecond, (texts.length / (performance.now() - startedAt)) * 1000);
  }
  return { perSecond: Math.round(perSecond), wallPerSecond: Math.round(wallPerSecond) };
}

/** 99th percentile of single calls in milliseconds, the best of three rounds. */
export function p99Of(texts: readonly string[], work: (text: string) => unknown): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 3; round += 1) {
    const times = Float64Array.from(texts, (text) => {
      const startedAt = performance.now();
      work(text);
      return performance.now() - startedAt;
    }).sort();
    best = Math.min(best, times[Math.floor(times.length * 0.99)] ?? 0);
  }
  return Math.round(best * 1000) / 1000;
}

/** The least that can be done with a text: look at each of its characters once. */
export function plainLoop(text: string): number {
  let sum = 0;
  for (let at = 0; at < text.length; at += 1) sum = (sum + text.charCodeAt(at)) | 0;
  return sum;
}
