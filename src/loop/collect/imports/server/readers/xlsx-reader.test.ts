// Proves that spreadsheets are read cell-true, and that hostile ones are refused before they cost memory.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import XLSX from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bufferSource, fileSource } from './file-source.ts';
import { openReader } from './open-reader.ts';
import type { SourceRow } from './row-reader.ts';
import { isDateFormat, plainNumber, serialDate } from './xlsx-cells.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'huiyin-xlsx-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function book(rows: unknown[][], options: XLSX.WritingOptions = {}, sheets: Record<string, unknown[][]> = {}): Buffer {
  const file = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(file, XLSX.utils.aoa_to_sheet(rows as never), '评价');
  for (const [name, content] of Object.entries(sheets))
    XLSX.utils.book_append_sheet(file, XLSX.utils.aoa_to_sheet(content as never), name);
  return XLSX.write(file, { type: 'buffer', bookType: 'xlsx', compression: true, ...options }) as Buffer;
}

async function rowsOf(bytes: Uint8Array, options: Parameters<typeof openReader>[1] = {}): Promise<SourceRow[]> {
  const reader = await openReader(bufferSource(bytes, 'file.xlsx'), options);
  const rows: SourceRow[] = [];
  for await (const batch of reader.batches({ batchSize: 3 })) rows.push(...batch.rows);
  return rows;
}

/** A ZIP with the given parts; `claim` lies about the unpacked size. */
function zip(parts: { name: string; content: Buffer; claim?: number }[]): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const { name, content, claim } of parts) {
    const packed = deflateRawSync(content);
    const path = Buffer.from(name);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(0x0800, 2);
    head.writeUInt16LE(8, 4);
    head.writeUInt32LE(crc32 ? crc32(content) : 0, 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(claim ?? content.length, 18);
    head.writeUInt16LE(path.length, 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), head, path, packed]);
    const central = Buffer.alloc(46);
    central.write('PK\u0001\u0002', 0, 'latin1');
    central.writeUInt16LE(20, 4);
    head.copy(central, 6, 0, 26);
    central.writeUInt32LE(offset, 42);
    locals.push(local);
    centrals.push(Buffer.concat([central, path]));
    offset += local.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 0, 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

const WORKBOOK = Buffer.from(
  '<workbook xmlns:r="r"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>',
);
const rels = (target: string) =>
  Buffer.from(`<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="${target}"/></Relationships>`);
const parts = (sheet: string | Buffer, target = 'worksheets/sheet1.xml') => [
  { name: 'xl/workbook.xml', content: WORKBOOK },
  { name: 'xl/_rels/workbook.xml.rels', content: rels(target) },
  { name: 'xl/worksheets/sheet1.xml', content: Buffer.from(sheet) },
];

describe('cells', () => {
  it('reads shared strings, dates, order numbers, booleans and skips blank rows', async () => {
    const bytes = book(
      [
        ['评价内容', '评分', '订单编号', '时间', '可见'],
        ['很好', 5, '20260102030405060708', { t: 'n', v: 46024.5, z: 'yyyy-mm-dd hh:mm' }, true],
        [],
        ['很好', 4.5, 1234567890123456, { t: 'n', v: 46025, z: 'm/d/yy' }, false],
        [null, null, 'E', null, null],
      ],
      { bookSST: true },
    );
    const rows = await rowsOf(bytes);
    expect(rows.map((row) => [row.row, row.line])).toEqual([
      [1, 2],
      [2, 4],
      [3, 5],
    ]);
    expect(rows.map((row) => row.fields)).toEqual([
      { 评价内容: '很好', 评分: '5', 订单编号: '20260102030405060708', 时间: '2026-01-02T12:00:00', 可见: 'true' },
      { 评价内容: '很好', 评分: '4.5', 订单编号: '1234567890123456', 时间: '2026-01-03T00:00:00', 可见: 'false' },
      { 评价内容: '', 评分: '', 订单编号: 'E', 时间: '', 可见: '' },
    ]);
  });

  it('reads inline strings, rich text, phonetic hints and escaped characters', async () => {
    const sheet = `<worksheet><sheetData>
      <row r="1"><c r="A1" t="inlineStr"><is><t>text</t></is></c><c r="C1" t="inlineStr"><is><t>no</t></is></c></row>
      <row r="2"><c t="inlineStr"><is><r><t>a</t></r><r><t xml:space="preserve"> b&amp;&lt;</t></r><rPh><t>zz</t></rPh></is></c><c r="C2"><v>1.2345678901234567E+19</v></c></row>
      <row r="3"><c r="A3" t="str"><f>1+1</f><v>_x005F_x000D_</v></c><c r="C3" t="e"><v>#N/A</v></c></row>
    </sheetData></worksheet>`;
    const rows = await rowsOf(zip(parts(sheet)));
    expect(rows.map((row) => row.fields)).toEqual([
      { text: 'a b&<', column_2: '', no: '12345678901234567000' },
      { text: '_x000D_', column_2: '', no: '' },
    ]);
  });

  it('takes the first visible sheet, or the one named', async () => {
    const bytes = book([['text'], ['first']], {}, { 追评: [['text'], ['second']] });
    expect((await rowsOf(bytes))[0]?.fields).toEqual({ text: 'first' });
    expect((await rowsOf(bytes, { sheet: '追评' }))[0]?.fields).toEqual({ text: 'second' });
    await expect(rowsOf(bytes, { sheet: 'nowhere' })).rejects.toMatchObject({ code: 'xlsx_sheet_not_found' });
  });

  it('finds the header under a title line', async () => {
    const rows = await rowsOf(
      book([['某店铺评价导出'], ['导出时间：2026-01-01'], ['评价内容', '星级', '商品'], ['好', 5, '杯子']]),
    );
    expect(rows.map((row) => row.fields)).toEqual([{ 评价内容: '好', 星级: '5', 商品: '杯子' }]);
  });

  it('goes on after a checkpoint and reads from a path', async () => {
    const path = join(folder, 'many.xlsx');
    await writeFile(
      path,
      book([['text', 'n'], ...Array.from({ length: 5_000 }, (_, index) => [`评价 ${index}`, index])], {
        bookSST: true,
      }),
    );
    const reader = await openReader(await fileSource(path));
    const seen: string[] = [];
    let from: import('./row-reader.ts').Checkpoint | undefined;
    for await (const batch of reader.batches({ batchSize: 700 })) {
      seen.push(...batch.rows.map((row) => row.fields!.n!));
      from = batch.checkpoint;
      if (seen.length > 2_000) break;
    }
    for await (const batch of reader.batches({ from })) seen.push(...batch.rows.map((row) => row.fields!.n!));
    expect(seen).toEqual(Array.from({ length: 5_000 }, (_, index) => String(index)));
  });

  it('writes numbers out in full', () => {
    const cases: [string, string][] = [
      ['5', '5'],
      ['-3', '-3'],
      ['1E3', '1000'],
      ['1.5E-3', '0.0015'],
      ['0.30000000000000004', '0.3'],
      ['2.9999999999999996', '3'],
      ['12345678901234567890', '12345678901234567890'],
      ['6.0221E+23', '602210000000000000000000'],
      ['0', '0'],
      ['0.0', '0'],
      ['99.99', '99.99'],
      ['abc', 'abc'],
      ['1e999', '1e999'],
    ];
    for (const [given, wanted] of cases) expect(plainNumber(given)).toBe(wanted);
  });

  it('tells dates from numbers by their format', () => {
    for (const code of ['yyyy-mm-dd', 'yyyy"年"m"月"d"日"', '[$-804]yyyy/m/d h:mm', 'hh:mm:ss', '[h]:mm'])
      expect(isDateFormat(164, code)).toBe(true);
    for (const code of ['General', '0.00', '#,##0', '"day" 0', '[Red]0', '0.00E+00', '@'])
      expect(isDateFormat(164, code)).toBe(false);
    expect([14, 22, 31, 57].every((id) => isDateFormat(id, undefined))).toBe(true);
    expect(isDateFormat(2, undefined)).toBe(false);
    expect(serialDate(1, false)).toBe('1900-01-01T00:00:00');
    expect(serialDate(61, false)).toBe('1900-03-01T00:00:00');
    expect(serialDate(0, true)).toBe('1904-01-01T00:00:00');
    expect(serialDate(46023.999994, false)).toBe('2026-01-01T23:59:59');
  });
});

describe('hostile files', () => {
  const row = '<row><c t="inlineStr"><is><t>text</t></is></c></row>';

  it('refuses a bomb by its claim', async () => {
    const bytes = zip([
      ...parts(`<worksheet><sheetData>${row}</sheetData></worksheet>`).slice(0, 2),
      { name: 'xl/worksheets/sheet1.xml', content: Buffer.alloc(64 * 1024 * 1024, 32) },
    ]);
    expect(bytes.length).toBeLessThan(200_000);
    await expect(rowsOf(bytes)).rejects.toMatchObject({ code: 'zip_bomb' });
  });

  it('refuses a bomb that lies about its size', async () => {
    const bytes = zip([
      ...parts('').slice(0, 2),
      { name: 'xl/worksheets/sheet1.xml', content: Buffer.alloc(64 * 1024 * 1024, 32), claim: 1000 },
    ]);
    await expect(rowsOf(bytes)).rejects.toMatchObject({ code: expect.stringMatching(/zip_bomb|file_damaged/) });
  });

  it('refuses a shared-strings bomb and a total beyond the limit', async () => {
    const strings = `<sst>${`<si><t>${'好'.repeat(1000)}</t></si>`.repeat(2_000)}</sst>`;
    const bytes = zip([
      ...parts(`<worksheet><sheetData>${row}</sheetData></worksheet>`),
      { name: 'xl/sharedStrings.xml', content: Buffer.from(strings) },
    ]);
    await expect(rowsOf(bytes, { limits: { sharedStringBytes: 1024 * 1024 } })).rejects.toMatchObject({
      code: 'xlsx_strings_too_large',
    });
    await expect(rowsOf(bytes, { limits: { unpackedBytes: 1024 * 1024 } })).rejects.toMatchObject({ code: 'zip_bomb' });
  });

  it('refuses too many entries', async () => {
    const many = Array.from({ length: 2_100 }, (_, index) => ({ name: `x/${index}`, content: Buffer.from('') }));
    await expect(rowsOf(zip(many))).rejects.toMatchObject({ code: 'zip_too_many_entries' });
  });

  it('refuses entities and document types', async () => {
    const laughs = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><worksheet><sheetData><row><c t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>`;
    await expect(rowsOf(zip(parts(laughs)))).rejects.toMatchObject({ code: 'xlsx_entities' });
    const unknown =
      '<worksheet><sheetData><row><c t="inlineStr"><is><t>&xxe;</t></is></c></row></sheetData></worksheet>';
    await expect(rowsOf(zip(parts(unknown)))).rejects.toMatchObject({ code: 'file_damaged' });
  });

  it('ignores entries and targets that climb out of the file', async () => {
    const sheet = `<worksheet><sheetData>${row}<row><c t="inlineStr"><is><t>kept</t></is></c></row></sheetData></worksheet>`;
    const bytes = zip([
      { name: '../../etc/cron.d/evil', content: Buffer.from('x') },
      { name: '/abs', content: Buffer.from('x') },
      { name: 'C:\\evil', content: Buffer.from('x') },
      ...parts(sheet),
    ]);
    expect((await rowsOf(bytes)).map((found) => found.fields)).toEqual([{ text: 'kept' }]);
    await expect(rowsOf(zip(parts(sheet, '../../../../etc/passwd')))).rejects.toMatchObject({ code: 'xlsx_no_sheet' });
  });

  it('refuses a ZIP that is no workbook, a torn one and broken XML', async () => {
    await expect(rowsOf(zip([{ name: 'a.txt', content: Buffer.from('hello') }]))).rejects.toMatchObject({
      code: 'format_unknown',
    });
    const whole = book([['text'], ['a']]);
    await expect(rowsOf(whole.subarray(0, whole.length - 30))).rejects.toMatchObject({ code: 'file_damaged' });
    await expect(rowsOf(zip(parts('<worksheet><sheetData><row>')))).rejects.toMatchObject({ code: 'file_damaged' });
  });

  it('makes a cell of 70 KB a row error', async () => {
    const cell = (text: string) => `<row><c t="inlineStr"><is><t>${text}</t></is></c></row>`;
    const rows = await rowsOf(
      zip(
        parts(`<worksheet><sheetData>${cell('text')}${cell('x'.repeat(70_000))}${cell('ok')}</sheetData></worksheet>`),
      ),
    );
    expect(rows.map((found) => found.error?.code ?? found.fields?.text)).toEqual(['field_too_long', 'ok']);
  });
});
