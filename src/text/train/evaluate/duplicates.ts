// Near-duplicates on changed copies of reviews: measured by their own bench, in a process of its own.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import type { Measure } from './evaluate.contract.ts';

/** What the bench prints, as far as it is read here; shares are percent. */
interface DuplicatesReport {
  quality?: { precision: number; recall: number; queries?: number; [more: string]: unknown } | null;
  speed?: { texts: number; addPerCpuSecond: number; addPerSecond: number; memoryMb: number } | null;
}

const BARS = ['duplicates.precision', 'duplicates.recall', 'duplicates.rate'];
const title = { en: 'Near-duplicates', zh: '近重复' };

export const measureDuplicates: Measure = async ({ isQuick }) => {
  const script = new URL('../../../../bench/text-duplicates.ts', import.meta.url).pathname;
  if (!existsSync(script)) {
    const note = { en: 'its bench is not here', zh: '没有它的基准程序' };
    return { title, figures: BARS.map((bar) => ({ bar, value: null, note })), tables: [], notes: [] };
  }
  const words = [...process.execArgv, '--max-old-space-size=3000', script, '--json', ...(isQuick ? ['--small'] : [])];
  const { stdout } = await promisify(execFile)(process.execPath, words, { maxBuffer: 1 << 24 });
  const { quality, speed } = JSON.parse(stdout.trim().split('\n').at(-1)!) as DuplicatesReport;
  return {
    title,
    figures: [
      { bar: 'duplicates.precision', value: quality?.precision ?? null },
      { bar: 'duplicates.recall', value: quality?.recall ?? null },
      {
        bar: 'duplicates.rate',
        value: speed?.addPerCpuSecond ?? null,
        rows: speed?.texts,
        note: speed
          ? { en: `index of ${speed.memoryMb} MB at the end`, zh: `最后索引占 ${speed.memoryMb} MB` }
          : undefined,
      },
    ],
    tables: [],
    notes: [],
  };
};
