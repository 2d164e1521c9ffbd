import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { duplicatesCommand } from './duplicates.command.ts';

let folder: string;
let code: typeof process.exitCode;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'duplicates-'));
  code = process.exitCode;
});

afterEach(async () => {
  process.exitCode = code;
  await rm(folder, { recursive: true });
});

async function duplicates(input: string, ...more: string[]) {
  const [from, to] = [join(folder, 'in'), join(folder, 'out')];
  await writeFile(from, input);
  await duplicatesCommand().parseAsync(['--in', from, '--out', to, ...more], { from: 'user' });
  const lines = (await readFile(to, 'utf8')).split('\n');
  expect(lines.pop()).toBe('');
  return lines.map((line) => JSON.parse(line));
}

describe('duplicates', () => {
  it('answers every line, naming the earlier text it repeats', async () => {
    const lines = await duplicates(
      [
        '{"id":"a","t":"衣服收到了，质量非常好，穿着很合身，颜色也和图片一样"}',
        '{"t":"手机屏幕碎了，客服不给退款"}',
        '{"id":"c","text":"衣服收到了!质量非常好!穿着很合身，顏色也和圖片一樣"}',
        'not json',
        '',
        '[1]',
        '7',
        '{"id":2,"body":"好评"}',
        '{"text":"手机屏幕碎了！客服不给退款"}',
        '{"id":"d","t":"衣服收到了，质量很好，穿着很合身，颜色也和图片一样啊"}',
        '{"id":"e","t":"好评"}',
        '{"id":"f","t":"好评！"}',
        '{"id":"g","t":"差评"}',
      ].join('\n'),
    );
    expect(lines).toEqual([
      { id: 'a', duplicateOf: null, similarity: 0 },
      { line: 2, duplicateOf: null, similarity: 0 },
      { id: 'c', duplicateOf: 'a', similarity: 1 },
      { duplicateOf: null, similarity: 0, error: 'not_json', line: 4 },
      { duplicateOf: null, similarity: 0, error: 'not_an_object', line: 6 },
      { duplicateOf: null, similarity: 0, error: 'not_an_object', line: 7 },
      { id: 2, duplicateOf: null, similarity: 0, error: 'no_text', line: 8, field: 't or text' },
      { line: 9, duplicateOf: { line: 2 }, similarity: 1 },
      { id: 'd', duplicateOf: 'a', similarity: expect.closeTo(0.8, 1) },
      { id: 'e', duplicateOf: null, similarity: 0 },
      { id: 'f', duplicateOf: 'e', similarity: 1 },
      { id: 'g', duplicateOf: null, similarity: 0 },
    ]);
    expect(process.exitCode).toBe(code);
  });

  it('reads another field, and ends with 1 when no line could be read', async () => {
    expect(await duplicates('{"body":"好的"}\n{"body":"好的"}\n', '--text-field', 'body')).toEqual([
      { line: 1, duplicateOf: null, similarity: 0 },
      { line: 2, duplicateOf: { line: 1 }, similarity: 1 },
    ]);
    await duplicates('nothing\n');
    expect(process.exitCode).toBe(1);
  });

  it('refuses to write over what it reads', async () => {
    const file = join(folder, 'same');
    await writeFile(file, '{}');
    await expect(duplicatesCommand().parseAsync(['--in', file, '--out', file], { from: 'user' })).rejects.toThrow(
      /same file/,
    );
  });
});
