import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { run } from './cli.ts';

let told: string;
beforeEach(() => {
  told = '';
  const hear = (chunk: unknown) => {
    told += String(chunk);
    return true;
  };
  vi.spyOn(process.stderr, 'write').mockImplementation(hear);
  vi.spyOn(process.stdout, 'write').mockImplementation(hear);
  vi.spyOn(console, 'error').mockImplementation(hear);
  vi.spyOn(process, 'exit').mockImplementation((code) => {
    throw new Ended(Number(code));
  });
});
afterEach(() => void vi.restoreAllMocks());

class Ended extends Error {
  constructor(readonly code: number) {
    super(`ended with ${code}`);
  }
}

async function codeOf(...argv: string[]): Promise<number> {
  try {
    await run(argv);
  } catch (error) {
    if (error instanceof Ended) return error.code;
    throw error;
  }
  return 0;
}

describe('the command line', () => {
  it.each([
    'judge',
    'judge --bogus',
    'judge --in a --out b more',
    'duplicates --in a',
    'adapt --corrections a',
    'adapt --out a',
    'adapt --corrections - --unlabelled - --out a',
    'draw verify',
    'live simulate --seed many',
    'live simulate --into http://localhost',
  ])('ends with 2 for the wrong words: %s', async (words) => {
    expect(await codeOf(...words.split(' '))).toBe(2);
    expect(told).not.toBe('');
  });

  it('ends with 1 when it could not do what was asked, and with 0 when it told how', async () => {
    expect(await codeOf('judge', '--in', '/nowhere/in', '--out', '-')).toBe(1);
    expect(told).toContain('/nowhere/in');
    expect(await codeOf('judge', '--help')).toBe(0);
    expect(told).toContain('--text-field');
  });
});
