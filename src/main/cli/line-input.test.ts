import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkInput, type Line, readLineBatches } from './line-input.ts';
import { LONGEST_LINE, LongLine } from './long-line.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'input-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function linesOf(content: string | Buffer): Promise<Line[]> {
  const file = join(folder, 'file');
  writeFileSync(file, content);
  const all: Line[] = [];
  for await (const batch of readLineBatches(file)) all.push(...batch);
  return all;
}

describe('the lines of a file', () => {
  it('come whole wherever the file is cut into pieces, with and without a last line end', async () => {
    const lines = Array.from({ length: 3000 }, (_, at) => `${at} ${'好😀'.repeat(at % 97)}`);
    expect(await linesOf(lines.join('\n'))).toEqual(lines);
    expect(await linesOf(`\ufeff${lines.join('\n')}\n`)).toEqual(lines);
    expect(await linesOf(gzipSync(lines.join('\n')))).toEqual(lines);
    expect(await linesOf('\n\na\n')).toEqual(['', '', 'a']);
    expect(await linesOf('')).toEqual([]);
  });

  it('in another encoding are named, the others go on', async () => {
    const gbk = iconv.encode('质量很好', 'gbk');
    const usual = Buffer.from('好\n'.repeat(40_000));
    const lines = await linesOf(Buffer.concat([usual, gbk, Buffer.from('\n'), gbk, Buffer.from('\n'), usual]));
    expect(lines).toHaveLength(80_002);
    expect(lines.filter((line) => line === '好')).toHaveLength(80_000);
    expect(lines.slice(39_999, 40_003)).toEqual(['好', { fault: 'not_utf8' }, { fault: 'not_utf8' }, '好']);
  });

  it('are not looked for in UTF-16', async () => {
    await expect(linesOf(iconv.encode('{"t":"好"}\n', 'utf-16le', { addBOM: true }))).rejects.toThrow(/is UTF-16/);
    await expect(linesOf(iconv.encode('{"t":"好"}\n', 'utf-16be', { addBOM: true }))).rejects.toThrow(/is UTF-16/);
  });

  it('longer than 64 MB are named, the others go on', async () => {
    const long = Buffer.alloc(LONGEST_LINE + 1, 'x');
    const end = Buffer.from('\n');
    const lines = await linesOf(Buffer.concat([Buffer.from('before\n'), long, end, Buffer.from('after\n'), long]));
    expect(lines).toEqual(['before', { fault: 'line_too_long' }, 'after', { fault: 'line_too_long' }]);
  });
});

it('copies a long line a few times at most, however small its pieces', () => {
  const line = new LongLine();
  const piece = Buffer.alloc(1024, 'y');
  const places = new Set<ArrayBufferLike>();
  for (let count = 0; count < 60 * 1024; count += 1) {
    line.add(piece);
    places.add((line as unknown as { bytes: Buffer }).bytes.buffer);
  }
  expect(places.size).toBeLessThan(30);
  expect(line.take()?.length).toBe(60 * 1024 * 1024);
  expect(line.isEmpty).toBe(true);
  expect((line as unknown as { bytes: Buffer }).bytes.length).toBe(0);
});

it('says in words what cannot be read', async () => {
  writeFileSync(join(folder, 'file'), '');
  expect(() => checkInput(join(folder, 'none'))).toThrow(/^--in: there is no file .*none/);
  expect(() => checkInput(join(folder, 'file', 'in'), '--corrections')).toThrow(/^--corrections: there is no file/);
  expect(() => checkInput(folder)).toThrow(/is a folder/);
  const cut = gzipSync('{"t":"好"}\n'.repeat(99)).subarray(0, 30);
  await expect(linesOf(cut)).rejects.toThrow(/gzip of .*file is damaged or cut short/);
});
