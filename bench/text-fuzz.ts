// Throws seeded wild strings and megabytes of one thing at everything that reads text: nothing may throw, hang, or grow faster than its input.

import { seeded } from '../src/kit/seeded.ts';
import { DuplicateIndex } from '../src/text/duplicates/duplicate-index.ts';
import { ADVERSARIES, flood, wildString } from '../src/text/fuzz.cases.ts';
import type { MaskedText } from '../src/text/judge.contract.ts';
import { duplicateKey, nearDuplicateSketch, similarity } from '../src/text/near-duplicates.ts';
import { loadEngine } from '../src/text/node/load-engine.ts';
import { normalise } from '../src/text/normalise.ts';
import { parseSearch } from '../src/text/parse-search.ts';
import { maskPersonalData } from '../src/text/personal-data.ts';
import { quoteFinder } from '../src/text/quoting.ts';
import { searchTokens } from '../src/text/search-tokens.ts';

type Work = (text: string) => unknown;

const engine = await loadEngine();
const WORKS: Record<string, Work> = {
  judge: (text) => engine.judge(text),
  spam: (text) => engine.spam(text),
  maskPersonalData: (text) => maskPersonalData(text),
  normalise: (text) => normalise(text),
  searchTokens: (text) => searchTokens(text),
  parseSearch: (text) => parseSearch(text),
  nearDuplicateSketch: (text) => nearDuplicateSketch(text),
  duplicateKey: (text) => duplicateKey(text),
  similarity: (text) => similarity(text, text),
  duplicateIndex: (text) => new DuplicateIndex().add(text),
  quoting: (text) => quoteFinder([text])(text),
};

/** Below this a doubling is lost in the noise of the clock. */
const LEAST_MS = 20;

/** Processor time of this process in milliseconds: the machine is shared. */
function cpu(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function timeOf(work: Work, text: string): number {
  const from = cpu();
  work(text);
  return cpu() - from;
}

/** How much longer twice the input takes; measured anew when it looks steep, since others use this machine too. */
function doublingOf(work: Work, half: string, whole: string): { ms: number; doubling: number } {
  let [small, large] = [timeOf(work, half), timeOf(work, whole)];
  for (let again = 0; again < 4 && large >= LEAST_MS && large > 2.2 * small; again += 1) {
    small = Math.max(small, timeOf(work, half));
    large = Math.min(large, timeOf(work, whole));
  }
  return {
    ms: Math.round(large),
    doubling: large < LEAST_MS ? 1 : Math.round((large / Math.max(1, small)) * 100) / 100,
  };
}

function fuzz(count: number, seed: number) {
  const dice = seeded(seed);
  const faults: string[] = [];
  const slowest: Record<string, number> = {};
  const index = new DuplicateIndex();
  const works = Object.entries(WORKS);
  let masking: MaskedText = { masked: '', found: [] };
  const mask = (text: string) => {
    masking = maskPersonalData(text);
  };
  for (let number = 0; number < count; number += 1) {
    const text = wildString(dice);
    for (const [name, work] of works) {
      // A new index for each string would only measure making indexes.
      const run = name === 'duplicateIndex' ? () => index.add(text) : name === 'maskPersonalData' ? mask : work;
      const from = performance.now();
      try {
        run(text);
      } catch (error) {
        if (faults.length < 20) faults.push(`${name} ${JSON.stringify(text)}: ${String(error)}`);
      }
      slowest[name] = Math.max(slowest[name] ?? 0, performance.now() - from);
    }
    const { masked, found } = masking;
    let last = 0;
    for (const { start, end } of found) {
      if (start < last || end <= start || end > text.length) faults.push(`places ${JSON.stringify(text)}`);
      last = end;
    }
    if (found.length === 0 && masked !== text) faults.push(`mask ${JSON.stringify(text)}`);
  }
  return { strings: count, seed, faults, slowestMs: rounded(slowest) };
}

function floods(size: number) {
  const rows: { adversary: string; work: string; ms: number; doubling: number }[] = [];
  for (const [adversary, unit] of ADVERSARIES) {
    const [half, whole] = [flood(unit, size / 2), flood(unit, size)];
    for (const [name, work] of Object.entries(WORKS)) {
      const { ms, doubling } = doublingOf(work, half, whole);
      rows.push({ adversary, work: name, ms, doubling });
    }
  }
  rows.sort((a, b) => b.ms - a.ms);
  const steepest = [...rows].sort((a, b) => b.doubling - a.doubling).slice(0, 8);
  return { size, slowest: rows.slice(0, 12), steepest, worstDoubling: steepest[0]!.doubling };
}

function rounded(values: Record<string, number>): Record<string, number> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, Math.round(value * 100) / 100]));
}

/** A number given as `--name=1000`. */
function given(name: string, otherwise: number): number {
  const word = process.argv.find((one) => one.startsWith(`--${name}=`));
  return word === undefined ? otherwise : Number(word.slice(name.length + 3));
}

const count = given('strings', 1_000_000);
const startedAt = performance.now();
const result = {
  floods: process.argv.includes('--no-floods') ? null : floods(given('size', 1_000_000)),
  fuzz: fuzz(count, 20_261_122),
  seconds: 0,
};
result.seconds = Math.round((performance.now() - startedAt) / 1000);
console.log(process.argv.includes('--json') ? JSON.stringify(result) : result);
if (result.fuzz.faults.length > 0 || (result.floods?.worstDoubling ?? 0) > 2.5) process.exitCode = 1;
