// Writes the words of a draft.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import { type ReportView, reportEdited } from '../../core/report.contract.ts';
import type { ReportTexts } from '../../core/report-texts.contract.ts';
import { usualTitle } from '../period-words.ts';
import { lockReport, saveTexts } from '../report.store.ts';
import { viewOf } from '../view.ts';

/** An empty title becomes the usual one. */
export async function writeReport(
  env: Env,
  reportId: string,
  texts: ReportTexts,
): Promise<Result<ReportView, 'forbidden' | 'not_found' | 'no_draft'>> {
  // permit
  if (!may(env.actor, 'report.edit')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    const report = await lockReport(tx, reportId);
    // decide
    if (!report) return refuse('not_found');
    if (report.draft === null) return refuse('no_draft');
    const usual = usualTitle(report);
    const title = { 'zh-CN': texts.title['zh-CN'] || usual['zh-CN'], en: texts.title.en || usual.en };
    // save
    await saveTexts(tx, reportId, report.draft, { ...texts, title }, env.now);
    // tell
    await tell(tx, env, reportEdited, { subject: reportId, data: { version: report.draft } });
    return ok((await viewOf(tx, reportId))!);
  });
}
