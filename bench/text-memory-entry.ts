// Loads the engine as shipped, judges what it is given line by line, and says how much memory the process took at its peak.
import { existsSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { createEngine } from '../src/text/engine.ts';
import { loadModel } from '../src/text/node/load-engine.ts';

const engine = createEngine(await loadModel(process.env.HUIYIN_BENCH_MODELS));
let texts = 0;
for await (const line of createInterface({ input: process.stdin })) {
  engine.judge(line, undefined, { explain: false });
  texts += 1;
}
console.log(JSON.stringify({ texts, peakMb: Math.round(peakBytes() / 1e6) }));

/**
 * Largest resident set of this program. Linux hands the peak of the parent down to `maxRSS` of the child, whatever the child then
 * runs (getrusage(2) counts the time between fork and exec), so the kernel's own mark of the address space is asked first.
 */
function peakBytes(): number {
  const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : '';
  const own = /^VmHWM:\s*(\d+) kB$/mu.exec(status)?.[1];
  return (own === undefined ? process.resourceUsage().maxRSS : Number(own)) * 1024;
}
