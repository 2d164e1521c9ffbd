// Drafts a report on a period: counts its figures and gives it a first title.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { newId } from '../../../../../kit/ids.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import { dayReader, timeZoneOf } from '../../../../understand/overview/server/door.ts';
import { type ReportView, reportDrafted } from '../../core/report.contract.ts';
import { textsFor } from '../../core/report-lines.ts';
import { comparedPeriod } from '../../core/report-period.ts';
import { NO_TEXTS } from '../../core/report-texts.contract.ts';
import { computeReport } from '../compute-report.ts';
import { usualTitle } from '../period-words.ts';
import { insertReport, insertVersion } from '../report.store.ts';
import { viewOf } from '../view.ts';

/** @param madeBy the schedule makes one draft for each period and no second one */
export async function draftReport(
  env: Env,
  days: { from: string; to: string },
  madeBy: 'member' | 'schedule' = 'member',
): Promise<Result<ReportView, 'forbidden' | 'invalid_period' | 'draft_exists'>> {
  // permit
  if (!may(env.actor, 'report.edit')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    const today = dayReader(await timeZoneOf(tx))(env.now.getTime());
    // decide
    const period = comparedPeriod(days.from, days.to);
    if (!period || period.from > today) return refuse('invalid_period');
    // save
    const id = newId('rpt');
    if (!(await insertReport(tx, { ...period, id, madeBy }, env.now))) return refuse('draft_exists');
    const { figures, ms } = await computeReport(tx, period);
    const texts = textsFor(figures, { ...NO_TEXTS, title: usualTitle(period) });
    const version = await insertVersion(tx, id, { figures, texts, reason: null, computeMs: ms }, env.now);
    // tell
    await tell(tx, env, reportDrafted, { subject: id, data: { version, by: madeBy } });
    return ok((await viewOf(tx, id))!);
  });
}
