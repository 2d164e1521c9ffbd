// Where the time went in one stretch of a measured run: the machine, this process and its threads, its turns and its collections.
import { readdirSync, readFileSync } from 'node:fs';
import { monitorEventLoopDelay, PerformanceObserver } from 'node:perf_hooks';

export interface Stretch {
  /** Shares of all cores, 0..1: all that ran, what the host took for others (steal), and what of it was this process. */
  busy: number;
  stolen: number;
  own: number;
  /** The longest turn and the 99th percentile of turns of the server's thread, ms. */
  turnMs: { p99: number; max: number };
  /** Collections of garbage of the server's thread in this stretch: together and the longest, ms. */
  garbageMs: { sum: number; max: number };
  /** Seconds of a core that the busiest threads of this process took. */
  threads: Record<string, number>;
}

const TICKS_PER_SECOND = 100;

/** @returns a reader that tells what happened since it was last asked (Linux; zeros elsewhere) */
export function watchLoad(): () => Stretch {
  const turns = monitorEventLoopDelay({ resolution: 10 });
  turns.enable();
  let garbage = { sum: 0, max: 0 };
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) {
      garbage.sum += duration;
      garbage.max = Math.max(garbage.max, duration);
    }
  }).observe({ entryTypes: ['gc'] });
  let before = readMachine();
  return () => {
    const after = readMachine();
    const all = Math.max(1, after.all - before.all);
    const threads: Record<string, number> = {};
    let own = 0;
    for (const [id, { name, ticks }] of after.threads) {
      const spent = ticks - (before.threads.get(id)?.ticks ?? 0);
      own += spent;
      if (spent >= TICKS_PER_SECOND / 5) threads[`${name}.${id}`] = spent / TICKS_PER_SECOND;
    }
    const stretch: Stretch = {
      busy: share(after.all - before.all - (after.idle - before.idle), all),
      stolen: share(after.stolen - before.stolen, all),
      own: share(own, all),
      turnMs: { p99: Math.round(turns.percentile(99) / 1e6), max: Math.round(turns.max / 1e6) },
      garbageMs: { sum: Math.round(garbage.sum), max: Math.round(garbage.max) },
      threads,
    };
    before = after;
    garbage = { sum: 0, max: 0 };
    turns.reset();
    return stretch;
  };
}

const share = (part: number, whole: number) => Math.round((part / whole) * 100) / 100;

function readMachine() {
  const threads = new Map<string, { name: string; ticks: number }>();
  try {
    const cpu = readFileSync('/proc/stat', 'utf8').split('\n')[0]!.trim().split(/\s+/).slice(1).map(Number);
    for (const id of readdirSync('/proc/self/task')) {
      const stat = readFileSync(`/proc/self/task/${id}/stat`, 'utf8');
      const name = stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      threads.set(id, { name, ticks: Number(fields[11]) + Number(fields[12]) });
    }
    const all = cpu.slice(0, 8).reduce((sum, one) => sum + one, 0);
    return { all, idle: cpu[3]! + cpu[4]!, stolen: cpu[7]!, threads };
  } catch {
    return { all: 0, idle: 0, stolen: 0, threads };
  }
}
