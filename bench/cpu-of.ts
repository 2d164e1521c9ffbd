// How much of the processor a piece of work took, so that neighbours on the machine do not count.

/** Milliseconds of this process's own work in all its threads, and by the clock. */
export function cpuOf(work: () => void): { cpuMs: number; wallMs: number } {
  const before = process.cpuUsage();
  const begun = performance.now();
  work();
  const { user, system } = process.cpuUsage(before);
  return { cpuMs: (user + system) / 1000, wallMs: performance.now() - begun };
}
