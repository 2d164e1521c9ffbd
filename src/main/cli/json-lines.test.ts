import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { checkInput, exactId, idFirst, readLineBatches } from './json-lines.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lines-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('says in words what cannot be read', async () => {
  expect(() => checkInput(join(folder, 'none'))).toThrow(/there is no file .*none/);
  expect(() => checkInput(folder)).toThrow(/is a folder, not a file/);
  const cut = join(folder, 'cut.gz');
  writeFileSync(cut, gzipSync('{"t":"好"}\n'.repeat(99)).subarray(0, 30));
  const read = async () => {
    for await (const _ of readLineBatches(cut));
  };
  await expect(read()).rejects.toThrow(/gzip of .*cut\.gz is damaged or cut short/);
});

it('keeps all digits of a long id', () => {
  const line = '{"t":"the \\"id\\": 1","inner":{"id":3},"id": 12345678901234567891}';
  const id = exactId(line, JSON.parse(line).id);
  expect(idFirst(id, { duplicateOf: id })).toBe('{"id":12345678901234567891,"duplicateOf":12345678901234567891}');
  expect(exactId('{"id":7}', 7)).toBe(7);
  expect(idFirst(undefined, { line: 1 })).toBe('{"line":1}');
});
