// Loads the engine as shipped, judges what it is given line by line, and says how much memory the process took at its peak.
import { createInterface } from 'node:readline';
import { createEngine } from '../src/text/engine.ts';
import { loadModel } from '../src/text/node/load-engine.ts';

const engine = createEngine(await loadModel(process.env.HUIYIN_BENCH_MODELS));
let texts = 0;
for await (const line of createInterface({ input: process.stdin })) {
  engine.judge(line, undefined, { explain: false });
  texts += 1;
}
console.log(JSON.stringify({ texts, peakMb: Math.round(process.resourceUsage().maxRSS / 1e3) }));
