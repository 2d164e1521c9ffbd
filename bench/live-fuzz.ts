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

const decoders = fuzzCases
  .filter((one) => only === undefined || one.name.includes(only))
  .map((one) => {
    const from = process.cpuUsage();
    try {
      const { grownMb, events, unread, empty, largest } = fuzzDecoder(one, inputs, seed, collect);
      const used = process.cpuUsage(from);
      const cpuMs = Math.round((used.user + used.system) / 1000);
      const isFlat = !collect || grownMb <= MOST_GROWN_MB;
      return {
        name: one.name,
        seeds: one.seeds.length,
        inputs,
        throws: 0,
        events,
        unread,
        empty,
        largest,
        heapGrowthMb: grownMb,
        cpuMs,
        passed: isFlat,
      };
    } catch (failure) {
      const fault = failure instanceof Error ? failure.message.slice(0, 2000) : String(failure);
      return { name: one.name, seeds: one.seeds.length, inputs, throws: 1, fault, passed: false };
    }
  });

const passed = decoders.length > 0 && decoders.every((one) => one.passed);
process.stdout.write(
  `${JSON.stringify({ bench: 'live-fuzz', seed, inputsEach: inputs, measuredMemory: collect !== undefined, decoders, passed }, null, 2)}\n`,
);
process.exit(passed ? 0 : 1);
