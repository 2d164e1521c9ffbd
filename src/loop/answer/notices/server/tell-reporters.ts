// Tells the next reporters of a resolved case, in the caller's transaction; safe to run any number of times.
import sql from 'sql-template-tag';
import { type Env, tell } from '../../../../ground/env.ts';
import { newId } from '../../../../kit/ids.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import { hasEventAfter } from '../../../../platform/events/event.reads.ts';
import { caseReopened } from '../../../act/cases/core/case-events.contract.ts';
import { sayTo, type Words } from '../../conversations/server/door.ts';
import type { Way } from '../../deliveries/core/delivery.contract.ts';
import {
  type AnswerDesk,
  type Reporter,
  readCase,
  readReporters,
  readShop,
  resolutionNumber,
} from '../../desk/server/door.ts';
import { giveStarters, readResolvedTemplate } from '../../templates/server/door.ts';
import { reportersTold } from '../core/notice.contract.ts';

/** One resolution of a case, as its event said it. */
export interface Resolution {
  caseId: string;
  /** Position of the event; decides the number of the resolution. */
  seq: number;
  /** False: nobody is told anew; only those whom a reply told in the very act are noted. */
  tell: boolean;
  /** Own words in place of the workspace's template. */
  message: string | null;
  at: Date;
}

export const BATCH = 200;

/** @returns how many reporters are still to be told */
export async function tellReporters(tx: Tx, env: Env, desk: AnswerDesk, resolution: Resolution): Promise<number> {
  const { caseId } = resolution;
  await tx.run(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`notices:${caseId}`}, 0))`);
  const found = await readCase(tx, caseId);
  // A case merged meanwhile has given its reporters away; one reopened since is not solved.
  if (
    !found ||
    found.mergedIntoId ||
    (await hasEventAfter(tx, { subject: caseId, type: caseReopened.type, seq: resolution.seq }))
  )
    return 0;
  const number = await resolutionNumber(tx, caseId, resolution.seq);
  const told = new Set(
    (
      await tx.rows<{ reporter: string }>(sql`
        SELECT reporter FROM notices WHERE workspace_id = ${tx.workspaceId} AND case_id = ${caseId} AND resolution = ${number}`)
    ).map((row) => row.reporter),
  );
  const answered = await repliesAt(tx, resolution);
  const waiting = (await readReporters(tx, caseId)).filter(
    (reporter) => !told.has(reporter.key) && (resolution.tell || answered.has(reporter.key)),
  );
  const batch = waiting.slice(0, BATCH);
  if (batch.length === 0) return 0;
  const shop = await readShop(tx);
  const words = await wordsOf(tx, env, resolution);
  const toTell = batch.filter((reporter) => !answered.has(reporter.key));
  const origin = desk.publicUrl();
  const care = await desk.aftercare?.open(tx, env, { caseId, resolution: number, reporters: toTell, origin });
  const counts: Record<Way, number> = { email: 0, task: 0, page: 0 };
  for (const reporter of batch) {
    const reply = answered.get(reporter.key);
    if (reply) {
      await saveNotice(tx, env, { caseId, number, reporter, messageId: reply });
      continue;
    }
    const said = await sayTo(tx, env, desk, {
      found,
      shop,
      reporter,
      kind: 'notice',
      words,
      wish: 'auto',
      asksVerdict: true,
      closing: care && ((plan) => care.closing(reporter, plan)),
      origin,
    });
    counts[said.plan.way] += 1;
    await saveNotice(tx, env, { caseId, number, reporter, messageId: said.messageId });
  }
  await care?.save();
  await tell(tx, env, reportersTold, {
    subject: caseId,
    data: { resolution: number, count: batch.length, byMail: counts.email, byTask: counts.task, byPage: counts.page },
  });
  return waiting.length - batch.length;
}

async function saveNotice(
  tx: Tx,
  env: Env,
  notice: { caseId: string; number: number; reporter: Reporter; messageId: string },
): Promise<void> {
  const { reporter } = notice;
  await tx.run(sql`
    INSERT INTO notices (id, workspace_id, case_id, resolution, reporter, person_id, feedback_id, message_id, created_at)
    VALUES (${newId('ntc')}, ${tx.workspaceId}, ${notice.caseId}, ${notice.number}, ${reporter.key}, ${reporter.personId},
      ${reporter.personId ? null : reporter.key}, ${notice.messageId}, ${env.now})`);
}

async function wordsOf(tx: Tx, env: Env, resolution: Resolution): Promise<Words> {
  if (resolution.message) return { text: resolution.message, fill: true };
  await giveStarters(tx, env.now);
  const template = await readResolvedTemplate(tx);
  if (!template) throw new Error('the template told on resolution is missing');
  return { text: template.body, fill: true };
}

/** Replies sent in the very act of resolving: reporter → message. */
async function repliesAt(tx: Tx, resolution: Resolution): Promise<Map<string, string>> {
  const rows = await tx.rows<{ reporter: string; id: string }>(sql`
    SELECT reporter, id FROM messages_facts
    WHERE workspace_id = ${tx.workspaceId} AND case_id = ${resolution.caseId} AND kind = 'reply' AND at = ${resolution.at}`);
  return new Map(rows.map((row) => [row.reporter, row.id]));
}
