// Memory of the engine as a program carries it: bundled to plain JavaScript, alone in a process, fed line by line.
import path from 'node:path';
import { runBundled } from './bundled.ts';

export interface EngineMemory {
  texts: number;
  /** Largest resident set of the process, MB. */
  peakMb: number;
}

const SHIPPED = path.resolve(import.meta.dirname, '../models');

/** @param texts judged one after the other  @param models folder of other weights than the shipped ones */
export async function engineMemory(texts: readonly string[], models = SHIPPED): Promise<EngineMemory> {
  const told = await runBundled(
    { 'text-memory': 'bench/text-memory-entry.ts' },
    {
      input: texts.map((text) => text.replaceAll(/[\r\n]+/g, ' ')).join('\n'),
      env: { HUIYIN_BENCH_MODELS: models },
    },
  );
  return told as EngineMemory;
}
