// Feeds every decoder of the live room with damaged frames: none may throw, give what is no event, or keep memory.
import { fuzzCases } from '../src/engage/live/connectors/server/fuzz-cases.fixture.ts';
import { fuzzDecoder } from '../src/engage/live/connectors/server/kit/fuzz-decoder.ts';

const argument = (name: string, otherwise: number) => {
  const index = process.argv.indexOf(`--${name}`);
  return index === -1 ? otherwise : Number(process.argv[index + 1]);
};
const inputs = argument('inputs', 100_000);
const seed = argument('seed', 7);
const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1] : undefined;
/** What stays after 100,000 damaged frames may be caches of the language, not of the frames. */
const MOST_GROWN_MB = 16;

const collect = (globalThis as { gc?: () => void }).gc;
if (!collect)
  process.stderr.write('Run with node --expose-gc (NODE_OPTIONS=--expose-gc) to have memory measured exactly.\n');

/** Unpacking frees its memory between turns of the event loop, so turns are taken, as a server does. */
async function memoryMb(): Promise<number> {
  for (let turn = 0; turn < 5; turn += 1) {
    await new Promise((resolve) => setImmediate(resolve));
    collect?.();
  }
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1024 / 1024;
}

const PART = 1000;
const decoders: Record<string, unknown>[] = [];
for (const one of fuzzCases.filter((each) => only === undefined || each.name.includes(only))) {
  const row = { name: one.name, seeds: one.seeds.length, inputs, throws: 0, events: 0, unread: 0 };
  const before = await memoryMb();
  let fault: string | undefined;
  for (let done = 0; done < inputs && fault === undefined; done += PART) {
    try {
      const part = fuzzDecoder(one, Math.min(PART, inputs - done), seed + done);
      row.events += part.events;
      row.unread += part.unread;
    } catch (failure) {
      row.throws = 1;
      fault = failure instanceof Error ? failure.message.slice(0, 2000) : String(failure);
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
  const heapGrowthMb = Math.round(((await memoryMb()) - before) * 10) / 10;
  const isFlat = !collect || heapGrowthMb <= MOST_GROWN_MB;
  decoders.push({ ...row, fault, heapGrowthMb, passed: fault === undefined && isFlat });
}

const passed = decoders.length > 0 && decoders.every((one) => one.passed);
process.stdout.write(
  `${JSON.stringify({ bench: 'live-fuzz', seed, inputsEach: inputs, measuredMemory: collect !== undefined, decoders, passed }, null, 2)}\n`,
);
process.exit(passed ? 0 : 1);
