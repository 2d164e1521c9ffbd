import { existsSync, linkSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { checkInput, exactId, idFirst, isSameFile, readLineBatches, writeTo } from './json-lines.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lines-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('gives a file its name only when it is whole', async () => {
  const [file, link] = [join(folder, 'out'), join(folder, 'link')];
  writeFileSync(file, 'old');
  symlinkSync(file, link);
  const out = writeTo(link);
  await out.write('new\n');
  expect(readFileSync(file, 'utf8')).toBe('old');
  await out.end();
  expect(readFileSync(file, 'utf8')).toBe('new\n');
  expect(existsSync(`${file}.part`)).toBe(false);
});

it('says in words what cannot be read or written', async () => {
  expect(() => checkInput(join(folder, 'none'))).toThrow(/there is no file .*none/);
  expect(() => checkInput(folder)).toThrow(/is a folder, not a file/);
  expect(() => writeTo(folder)).toThrow(/is a folder, not a file/);
  expect(() => writeTo(join(folder, 'none', 'out'))).toThrow(/there is no folder .*none/);
  const cut = join(folder, 'cut.gz');
  writeFileSync(cut, gzipSync('{"t":"好"}\n'.repeat(99)).subarray(0, 30));
  const read = async () => {
    for await (const _ of readLineBatches(cut));
  };
  await expect(read()).rejects.toThrow(/gzip of .*cut\.gz is damaged or cut short/);
});

it('knows one file by two names', () => {
  const [one, two] = [join(folder, 'one'), join(folder, 'two')];
  writeFileSync(one, '');
  expect(isSameFile(one, two)).toBe(false);
  linkSync(one, two);
  expect(isSameFile(one, two)).toBe(true);
});

it('keeps all digits of a long id', () => {
  const line = '{"t":"the \\"id\\": 1","inner":{"id":3},"id": 12345678901234567891}';
  const id = exactId(line, JSON.parse(line).id);
  expect(idFirst(id, { duplicateOf: id })).toBe('{"id":12345678901234567891,"duplicateOf":12345678901234567891}');
  expect(exactId('{"id":7}', 7)).toBe(7);
  expect(idFirst(undefined, { line: 1 })).toBe('{"line":1}');
});
