import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { judgeCommand } from './judge.command.ts';

let folder: string;
let code: typeof process.exitCode;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'judge-'));
  code = process.exitCode;
});

afterEach(async () => {
  process.exitCode = code;
  await rm(folder, { recursive: true });
});

async function judge(input: string | Buffer, ...more: string[]) {
  const [from, to] = [join(folder, 'in'), join(folder, 'out')];
  await writeFile(from, input);
  await judgeCommand().parseAsync(['--in', from, '--out', to, ...more], { from: 'user' });
  const lines = (await readFile(to, 'utf8')).split('\n');
  expect(lines.pop()).toBe('');
  return lines.map((line) => JSON.parse(line));
}

const BAD = '{"id":"a","t":"客服不理人，电话13812345678","rating":1}';

describe('judge', () => {
  it('says of each line what the engine found, in the order of the file', async () => {
    const [first, second] = await judge(`${BAD}\n{"id":2,"text":"Great shoes, they fit perfectly"}`);
    expect(first).toMatchObject({ id: 'a', language: 'zh', class: 'negative', intents: ['complain'] });
    expect(first.sentiment.probability).toBeLessThan(0.1);
    expect(first.pii).toEqual([{ kind: 'phone', start: 8, end: 19 }]);
    expect(first).not.toHaveProperty('reasons');
    expect(second).toMatchObject({ id: 2, language: 'en', sentiment: { label: 'positive' } });
  });

  it('names the lines it cannot read and goes on', async () => {
    const lines = await judge(`\ufeff${BAD}\r\n\nnot json\n[1]\n{"id":7}\n{"t":"好"}\n`);
    expect(lines.slice(1, 4)).toEqual([
      { error: 'not_json', line: 3 },
      { error: 'not_an_object', line: 4 },
      { id: 7, error: 'no_text', line: 5, field: 't or text' },
    ]);
    expect(lines[0].id).toBe('a');
    expect(lines[4].sentiment).toBeDefined();
    expect(process.exitCode).toBe(code);
  });

  it('ends with 1 when no line could be read', async () => {
    await judge('nothing here\nnor here\n');
    expect(process.exitCode).toBe(1);
  });

  it('reads gzip, another field, and explains when asked', async () => {
    const [only] = await judge(
      gzipSync('{"body":"质量很差，退货还要自己出运费"}\n'),
      '--text-field',
      'body',
      '--explain',
    );
    expect(only.reasons.length).toBeGreaterThan(0);
  });

  it('keeps characters whole where the file is read in pieces', async () => {
    const text = '质量很好，物流很快😀'.repeat(20_000);
    const lines = await judge(
      `${JSON.stringify({ t: text })}\n${Array.from({ length: 5000 }, (_, at) => `{"id":${at},"t":"很好用"}`).join('\n')}`,
    );
    expect(lines).toHaveLength(5001);
    expect(lines.slice(1).every((line, at) => line.id === at && line.sentiment.label === 'positive')).toBe(true);
  });

  it('refuses to write over what it reads', async () => {
    const file = join(folder, 'same');
    await writeFile(file, BAD);
    await expect(judgeCommand().parseAsync(['--in', file, '--out', file], { from: 'user' })).rejects.toThrow(
      /same file/,
    );
  });

  it('says in which line a text without an id stood, blank lines counted', async () => {
    const lines = await judge('{"t":"好"}\n\n{"id":null,"t":"好"}\n{"id":0,"t":"好"}\n');
    expect(lines.map(({ id, line }) => [id, line])).toEqual([
      [undefined, 1],
      [null, 3],
      [0, undefined],
    ]);
  });

  it('takes a rating as a number or as a text, and names one that is none', async () => {
    const neither = '一般般，也没什么好说的';
    const [one, text, empty, ...bad] = await judge(
      [1, '1', '', '7', 0, 'good', true, ' ']
        .map((rating, id) => JSON.stringify({ id, t: neither, rating }))
        .join('\n'),
    );
    expect(text).toEqual({ ...one, id: 1 });
    expect(empty.sentiment).not.toEqual(one.sentiment);
    expect(bad).toEqual(
      ['"7"', '0', '"good"', 'true', '" "'].map((value, at) => {
        return { id: at + 3, error: 'not_a_rating', line: at + 4, field: 'rating', value };
      }),
    );
  });

  it('judges the lines around one in another encoding', async () => {
    const gbk = iconv.encode('{"id":"b","t":"质量很好"}\n', 'gbk');
    const lines = await judge(Buffer.concat([Buffer.from(`${BAD}\n`), gbk, Buffer.from(BAD)]));
    expect(lines[1]).toEqual({ error: 'not_utf8', line: 2 });
    expect(lines[2]).toEqual(lines[0]);
    expect(lines[0].id).toBe('a');
  });

  it('says in words what is wrong with a shop', async () => {
    const shopOf = (dir: string) => judge(BAD, '--shop', dir);
    await expect(shopOf(join(folder, 'none'))).rejects.toThrow(/^--shop: there is no folder and no file .*none/);
    await expect(shopOf(folder)).rejects.toThrow(/^--shop: there is no shop\.bin in /);
    await writeFile(join(folder, 'shop.bin'), 'nothing of the kind');
    await expect(shopOf(folder)).rejects.toThrow(/^--shop: .*shop\.bin cannot be used: not the weights of a shop/);
    await writeFile(join(folder, 'text.bin'), 'nothing of the kind either');
    await expect(shopOf(folder)).rejects.toThrow(/^--shop: .*text\.bin is damaged or holds no weights/);
  });

  it('leaves its input alone whatever that is called', async () => {
    const [from, to] = [join(folder, 'out.part'), join(folder, 'out')];
    await writeFile(from, BAD);
    await judgeCommand().parseAsync(['--in', from, '--out', to], { from: 'user' });
    expect(await readFile(from, 'utf8')).toBe(BAD);
    expect(JSON.parse(await readFile(to, 'utf8'))).toMatchObject({ id: 'a' });
  });
});
