// Proves that text files of every encoding are read row by row, and that a bad row never takes its neighbours with it.
import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { bufferSource, type FileSource } from './file-source.ts';
import { openReader } from './open-reader.ts';
import type { Checkpoint, SourceRow } from './row-reader.ts';

async function readAll(bytes: Uint8Array | string, fileName = 'file.csv', from?: Checkpoint): Promise<SourceRow[]> {
  const source = typeof bytes === 'string' ? Buffer.from(bytes) : bytes;
  const reader = await openReader(bufferSource(source, fileName));
  const rows: SourceRow[] = [];
  for await (const batch of reader.batches({ batchSize: 7, from })) rows.push(...batch.rows);
  return rows;
}

const good = (rows: SourceRow[]) => rows.flatMap((row) => (row.fields ? [row.fields] : []));
const bad = (rows: SourceRow[]) =>
  rows.flatMap((row) => (row.error ? [`${row.row}@${row.line}:${row.error.code}`] : []));

describe('encodings', () => {
  const table = '评价内容,评分,订单编号\n质量很好，物流慢,4,20260102030405060708\n退款！,1,E-2\n';
  const expected = [
    { 评价内容: '质量很好，物流慢', 评分: '4', 订单编号: '20260102030405060708' },
    { 评价内容: '退款！', 评分: '1', 订单编号: 'E-2' },
  ];
  const cases: [string, Uint8Array][] = [
    ['UTF-8', Buffer.from(table)],
    ['UTF-8 with mark', Buffer.from(`\ufeff${table}`)],
    ['GB18030', iconv.encode(table, 'gb18030')],
    ['GB18030 with mark', Buffer.concat([Buffer.from([0x84, 0x31, 0x95, 0x33]), iconv.encode(table, 'gb18030')])],
    ['UTF-16 LE with mark', iconv.encode(`\ufeff${table}`, 'utf16-le')],
    ['UTF-16 LE', iconv.encode(table, 'utf16-le')],
    ['UTF-16 BE with mark', iconv.encode(table, 'utf16-be', { addBOM: true })],
    ['gzipped GB18030', gzipSync(iconv.encode(table, 'gb18030'))],
    ['CR line ends', Buffer.from(table.replaceAll('\n', '\r'))],
    ['CR LF line ends', Buffer.from(table.replaceAll('\n', '\r\n'))],
  ];
  it.each(cases)('reads %s', async (_name, bytes) => {
    expect(good(await readAll(bytes))).toEqual(expected);
  });

  it('reads four-byte GB18030 signs', async () => {
    expect(good(await readAll(iconv.encode('text,n\n𠮷野家😀,1\n㐀,2\n', 'gb18030')))).toEqual([
      { text: '𠮷野家😀', n: '1' },
      { text: '㐀', n: '2' },
    ]);
  });

  it('decides late when the head of the file is ASCII only', async () => {
    const head = `text,n\n${'plain words,1\n'.repeat(30_000)}`;
    const rows = await readAll(Buffer.concat([Buffer.from(head), iconv.encode('很好,2\n', 'gb18030')]));
    expect(rows.at(-1)?.fields).toEqual({ text: '很好', n: '2' });
  });

  it('makes wrong bytes a row error and reads on', async () => {
    const rows = await readAll(
      Buffer.concat([Buffer.from('内容,n\n好,1\n坏'), Buffer.from([0xff, 0xfe, 0xc3]), Buffer.from(',2\n还好,3\n')]),
    );
    expect(bad(rows)).toEqual(['2@3:bad_encoding']);
    expect(good(rows)).toEqual([
      { 内容: '好', n: '1' },
      { 内容: '还好', n: '3' },
    ]);
  });

  it('names broken lines in the middle of a GB18030 file', async () => {
    const line = iconv.encode('物流慢,1\n', 'gb18030');
    const broken = Buffer.concat([Buffer.from([0x81, 0x20, 0xff]), Buffer.from(',2\n')]);
    const rows = await readAll(Buffer.concat([iconv.encode('内容,n\n', 'gb18030'), line, line, broken, line]));
    expect(bad(rows)).toEqual(['3@4:bad_encoding']);
    expect(good(rows)).toHaveLength(3);
  });
});

describe('bad rows', () => {
  it('loses only the line of an unclosed quote', async () => {
    const rows = await readAll('a,b,c\n1,"open,x\n2,y,z\n3,y,z\n4,"q, r",z\n5,y,z\n');
    expect(bad(rows)).toEqual(['1@2:unclosed_quote']);
    expect(good(rows).map((row) => row.a)).toEqual(['2', '3', '4', '5']);
  });

  it('loses only that line when no quote follows at all', async () => {
    const rest = Array.from({ length: 20_000 }, (_, index) => `${index},some words,z`).join('\n');
    const rows = await readAll(`a,b,c\n0,"open,x\n${rest}\n`);
    expect(bad(rows)).toEqual(['1@2:unclosed_quote']);
    expect(good(rows)).toHaveLength(20_000);
  });

  it('does not let two stray quotes far apart swallow the rows between them', async () => {
    const rows = await readAll('a,b,c\n1,"open,x\n2,y,z\n3,y,z\n4,y,z\n5,close",z\n6,y,z\n');
    expect(good(rows).map((row) => row.a)).toEqual(['2', '3', '4', '5', '6']);
    expect(bad(rows)).toHaveLength(1);
  });

  it('takes inches and quotes in the middle of a value as they are', async () => {
    const rows = await readAll('text,n\n55" TV is "fine",1\n"he said ""no""",2\n');
    expect(good(rows).map((row) => row.text)).toEqual(['55" TV is "fine"', 'he said "no"']);
  });

  it('reads line ends inside quotes', async () => {
    const rows = await readAll('text,n\n"line one\nline two\n\nline four",1\nnext,2\n');
    expect(good(rows)).toEqual([
      { text: 'line one\nline two\n\nline four', n: '1' },
      { text: 'next', n: '2' },
    ]);
    expect(rows[1]?.line).toBe(6);
  });

  it('reports ragged rows, NULs and words after a closing quote, and skips blank lines', async () => {
    const rows = await readAll('a,b\n1\n\n2,x,y\n3,x,,\n4,\u0000\n"5"x,y\n6,ok\n   \n');
    expect(bad(rows)).toEqual([
      '1@2:too_few_columns',
      '2@4:too_many_columns',
      '4@6:nul_character',
      '5@7:stray_quote',
      '7@9:too_few_columns',
    ]);
    expect(good(rows).map((row) => row.a)).toEqual(['3', '6']);
  });

  it('reports a line of 10 MB and a value of 70 KB without keeping them', async () => {
    const rows = await readAll(`a,b\n1,${'x'.repeat(10 * 1024 * 1024)}\n2,${'好'.repeat(70_000)}\n3,ok\n`);
    expect(bad(rows)).toEqual(['1@2:line_too_long', '2@3:field_too_long']);
    expect(good(rows)).toEqual([{ a: '3', b: 'ok' }]);
    expect(rows[0]?.error && rows[0].raw.length).toBeLessThan(3_000);
  });

  it('stays linear on a file made of opening quotes', async () => {
    const started = Date.now();
    const rows = await readAll(`a,b\n${'x,"""y\n'.repeat(60_000)}`);
    expect(rows).toHaveLength(60_000);
    expect(Date.now() - started).toBeLessThan(15_000);
  });
});

describe('columns and delimiters', () => {
  it.each([[';'], ['\t'], ['|'], ['，']])('finds the delimiter %j', async (delimiter) => {
    const lines = ['text#rating#id', 'hello, world#5#1', 'well#4#2'].map((line) => line.replaceAll('#', delimiter));
    const rows = await readAll(`${lines.join('\n')}\n`);
    expect(good(rows)[0]).toEqual({ text: 'hello, world', rating: '5', id: '1' });
  });

  it('names blank, repeated and dangerous columns apart', async () => {
    const rows = await readAll('a,,a,__proto__\n1,2,3,4\n');
    expect(good(rows)).toEqual([{ a: '1', column_2: '2', 'a (2)': '3', _proto_: '4' }]);
    expect(({} as Record<string, unknown>).a).toBeUndefined();
  });

  it('keeps the first row of a file without a header', async () => {
    const rows = await readAll('这个商品质量真的很好，下次还会再来买。,5\n物流太慢了！,1\n');
    expect(good(rows)[0]).toEqual({ column_1: '这个商品质量真的很好，下次还会再来买。', column_2: '5' });
    expect(rows).toHaveLength(2);
  });
});

describe('JSONL', () => {
  it('flattens objects, keeps long numbers and reports what is none', async () => {
    const rows = await readAll(
      '{"t":"好","order":12345678901234567890,"user":{"id":7,"vip":true},"tags":["a"],"none":null}\n[1]\n{"t":\n"x"\n{"t":"订单 12345678901234567890"},\n',
      'file.jsonl',
    );
    expect(good(rows)).toEqual([
      { t: '好', order: '12345678901234567890', 'user.id': '7', 'user.vip': 'true', tags: '["a"]', none: '' },
      { t: '订单 12345678901234567890' },
    ]);
    expect(bad(rows)).toEqual(['2@2:not_an_object', '3@3:bad_json', '4@4:not_an_object']);
  });

  it('does not touch prototypes', async () => {
    const rows = await readAll('{"t":"x","__proto__":{"polluted":"1"},"constructor":"c"}\n', 'file.jsonl');
    expect(good(rows)).toEqual([{ t: 'x', '_proto_.polluted': '1', constructor: 'c' }]);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

describe('going on from a checkpoint', () => {
  const lines = Array.from({ length: 30_000 }, (_, index) =>
    index % 97 === 0 ? `${index},"two\nlines ${'字'.repeat(20)}"` : `${index},${'字'.repeat(20)}`,
  );
  const text = `\ufeffn,text\n${lines.join('\n')}\n`;
  const cases: [string, Buffer, string][] = [
    ['CSV', Buffer.from(text), 'file.csv'],
    ['gzipped CSV', gzipSync(text), 'file.csv.gz'],
    ['GB18030', iconv.encode(text.slice(1), 'gb18030'), 'file.csv'],
    [
      'JSONL',
      Buffer.from(lines.map((line, index) => JSON.stringify({ n: String(index), text: line })).join('\n')),
      'file.jsonl',
    ],
  ];
  it.each(cases)('hands every row over exactly once: %s', async (_name, bytes, fileName) => {
    const reader = await openReader(bufferSource(bytes, fileName));
    const seen: string[] = [];
    const linesSeen: number[] = [];
    let from: Checkpoint | undefined;
    for (let stop = 4_321; seen.length < 30_000; stop += 4_321) {
      for await (const batch of reader.batches({ batchSize: 1_000, from })) {
        for (const row of batch.rows) {
          seen.push(row.fields?.n ?? `bad ${row.error?.code}`);
          linesSeen.push(row.line);
        }
        from = batch.checkpoint;
        if (seen.length >= stop) break;
      }
    }
    expect(seen).toEqual(Array.from({ length: 30_000 }, (_, index) => String(index)));
    expect(linesSeen.every((line, index) => index === 0 || line > linesSeen[index - 1]!)).toBe(true);
    if (fileName === 'file.csv') expect(from!.offset).toBeGreaterThan(0);
  });

  it('starts near the checkpoint instead of reading the file again', async () => {
    const base = bufferSource(Buffer.from(text), 'file.csv');
    const starts: number[] = [];
    const source: FileSource = {
      ...base,
      open: (at) => {
        starts.push(at);
        return base.open(at);
      },
    };
    const reader = await openReader(source);
    let from: Checkpoint | undefined;
    for await (const batch of reader.batches()) from = batch.checkpoint;
    starts.length = 0;
    for await (const _batch of reader.batches({ from })) throw new Error('there is no row left');
    expect(starts[0]).toBeGreaterThan(base.sizeBytes / 2);
  });
});

describe('files that are no tables', () => {
  const cases: [string, Buffer, string][] = [
    ['an empty file', Buffer.alloc(0), 'file_empty'],
    ['only blank lines', Buffer.from('\n\n  \n'), 'file_empty'],
    ['a PDF', Buffer.from('%PDF-1.7\n…'), 'format_unknown'],
    ['zeros', Buffer.alloc(5_000), 'format_unknown'],
    ['an old Excel file', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]), 'xls_not_supported'],
    ['a torn gzip', gzipSync('a,b\n1,2\n'.repeat(1_000)).subarray(0, 40), 'file_damaged'],
    ['a zip inside gzip', gzipSync(Buffer.from('PK\u0003\u0004rest')), 'format_unknown'],
  ];
  it.each(cases)('refuses %s', async (_name, bytes, code) => {
    await expect(readAll(bytes)).rejects.toMatchObject({ code });
  });

  it('stops a gzip that unfolds beyond the limit', async () => {
    const bomb = gzipSync(Buffer.from(`a,b\n${'0,0\n'.repeat(3_000_000)}`));
    const reader = await openReader(bufferSource(bomb, 'x.csv.gz'), { limits: { unpackedBytes: 4 * 1024 * 1024 } });
    const read = async () => {
      for await (const _batch of reader.batches({ batchSize: 10_000 }));
    };
    await expect(read()).rejects.toMatchObject({ code: 'file_too_large' });
  });

  it('never throws on random bytes other than with a code', async () => {
    let seed = 7;
    const dice = () => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648);
    for (let round = 0; round < 150; round += 1) {
      const bytes = Buffer.from(Array.from({ length: dice() % 400 }, () => (dice() >> 8) % (round % 2 ? 256 : 64)));
      await readAll(bytes, round % 3 ? 'x.csv' : 'x.jsonl').catch((error) => expect(error).toHaveProperty('code'));
    }
  });
});
