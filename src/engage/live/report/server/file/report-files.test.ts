import { describe, expect, it } from 'vitest';
import { translator } from '../../../../../platform/i18n/translate.ts';
import { showRecord } from '../../core/show-record.fixture.ts';
import { showReport } from '../page/show-report.ts';
import { CSV_TABLES, reportCsv } from './report-csv.ts';
import { reportPdf } from './report-pdf.ts';

describe("files of a show's report", () => {
  it.each(['zh-CN', 'en'] as const)('is the same PDF whenever it is asked for, in %s', async (language) => {
    const t = translator(language);
    const report = showReport(showRecord, { t, language, timeZone: 'Asia/Shanghai', fontFamily: 'NotoSansSC' });
    const write = () => reportPdf(report, { language, shop: '演示店', when: new Date(showRecord.endedAt), t });
    const [one, other] = [await write(), await write()];
    expect(one.subarray(0, 5).toString()).toBe('%PDF-');
    expect(one.length).toBeGreaterThan(10_000);
    expect(one.equals(other)).toBe(true);
  });

  it.each(CSV_TABLES)('has as many cells in every line of the table %s', (table) => {
    const lines = reportCsv(showRecord, table).trimEnd().split('\r\n');
    const cells = (line: string) => line.replaceAll(/"[^"]*(?:""[^"]*)*"/g, 'x').split(',').length;
    for (const line of lines) expect(cells(line)).toBe(cells(lines[0]!));
    expect(lines.length).toBeGreaterThan(1);
  });

  it('never hands a spreadsheet a formula', () => {
    expect(reportCsv(showRecord, 'questions')).toContain(`"'=HYPERLINK(""x"") 有货吗"`);
  });
});
