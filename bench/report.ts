// Prints how long a report over the real reviews takes to compute, to lay out and to write as PDF, as JSON.
// HUIYIN_DATABASE_URL names a migrated database with a workspace that holds them (`huiyin import`); nothing is kept.

import { publicReportOf } from '../src/loop/publish/reports/core/public-report.ts';
import { textsFor } from '../src/loop/publish/reports/core/report-lines.ts';
import { comparedPeriod } from '../src/loop/publish/reports/core/report-period.ts';
import { NO_TEXTS } from '../src/loop/publish/reports/core/report-texts.contract.ts';
import { computeReport } from '../src/loop/publish/reports/server/compute-report.ts';
import { reportFile } from '../src/loop/publish/reports/server/file/report-file.ts';
import { usualTitle } from '../src/loop/publish/reports/server/period-words.ts';
import { openDatabase } from '../src/platform/database/database.ts';

const [workspace = '', from = '', to = ''] = process.argv.slice(2);
const url = process.env.HUIYIN_DATABASE_URL;
const period = comparedPeriod(from, to);
if (!url || !workspace || !period) {
  console.error('HUIYIN_DATABASE_URL=… tsx bench/report.ts <workspace id> <from YYYY-MM-DD> <to YYYY-MM-DD>');
  process.exit(2);
}
const database = await openDatabase({ url });
try {
  const times: number[] = [];
  const rounds = 3;
  let counted = await database.workspace(workspace).read((tx) => computeReport(tx, period));
  const firstMs = counted.ms;
  for (let round = 0; round < rounds; round += 1) {
    counted = await database.workspace(workspace).read((tx) => computeReport(tx, period));
    times.push(counted.ms);
  }
  const { figures } = counted;
  const texts = textsFor(figures, { ...NO_TEXTS, title: usualTitle(period) });
  const shown = {
    id: 'rpt_bench',
    version: 1,
    state: 'draft' as const,
    shownVersion: null,
    report: publicReportOf(figures, texts),
    digest: null,
    publishedAt: null,
    reason: null,
    withdrawnReason: null,
    withdrawnAt: null,
    versions: [],
    thanks: [],
  };
  const shop = { name: 'bench', slug: 'bench', timeZone: figures.timeZone };
  const startedAt = performance.now();
  const file = await reportFile(shown, { shop, language: 'zh-CN', now: new Date() });
  const voices = figures.figures.find((figure) => figure.key === 'voices');
  console.log(
    JSON.stringify({
      voices: voices?.value,
      voicesBefore: voices?.previous,
      figures: figures.figures.length,
      hidden: figures.figures.filter((figure) => figure.hidden).length,
      firstMs,
      computeMs: Math.min(...times),
      pdfMs: Math.round(performance.now() - startedAt),
      pdfBytes: file.length,
    }),
  );
} finally {
  await database.close();
}
