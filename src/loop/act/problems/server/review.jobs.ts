// Keeps the review day of a live action: on its morning the owner is told that it is time to look.
import sql from 'sql-template-tag';
import { tell } from '../../../../ground/env.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import { enqueueJobs } from '../../../../platform/jobs/job.store.ts';
import type { JobKind } from '../../../../platform/jobs/job-runner.ts';
import { dayReader, timeZoneOf } from '../../../understand/overview/server/door.ts';
import { envInside, ringAbout } from '../../cases/server/door.ts';
import { instantOf } from '../core/day-instant.ts';
import { actionReviewDue } from '../core/problem-events.contract.ts';
import { lockAction, saveAction } from './action.store.ts';

const REVIEW_JOB = 'problems.review';
/** When the shop opens; the night's figures are in by then. */
const REVIEW_HOUR = 9;

/** The workspace's calendar day of an instant, `YYYY-MM-DD`. */
export async function dayOf(tx: Tx, at: Date): Promise<string> {
  return dayReader(await timeZoneOf(tx))(at.getTime());
}

/** Plans the morning on which an action is reviewed; an earlier plan finds its day changed and does nothing. */
export async function planReview(tx: Tx, action: { id: string; review_on: string }, now: Date): Promise<void> {
  const runAt = instantOf(action.review_on, REVIEW_HOUR, await timeZoneOf(tx));
  const payload = { actionId: action.id, reviewOn: action.review_on };
  await enqueueJobs(tx, [{ kind: REVIEW_JOB, key: `${action.id} ${action.review_on}`, payload, runAt }], now);
}

export function problemJobs(): JobKind<never>[] {
  const review: JobKind<{ actionId: string; reviewOn: string }> = {
    kind: REVIEW_JOB,
    async run({ payload, db, now, finish }) {
      await db.write(async (tx) => {
        await tellReview(tx, payload, now);
        await finish(tx);
      });
    },
  };
  return [review as unknown as JobKind<never>];
}

async function tellReview(tx: Tx, payload: { actionId: string; reviewOn: string }, now: Date): Promise<void> {
  const action = await lockAction(tx, payload.actionId);
  const live = action?.state === 'done' || action?.state === 'effective';
  if (!action || !live || action.review_on !== payload.reviewOn || action.review_told_at) return;
  const env = envInside(tx, now, 'problems');
  const problem = await tx.one<{ number: number; title: string; owner_id: string | null }>(
    sql`SELECT number, title, owner_id FROM problems WHERE workspace_id = ${tx.workspaceId} AND id = ${action.problem_id}`,
  );
  const ownerId = action.owner_id ?? problem.owner_id;
  await saveAction(tx, action.id, { review_told_at: now }, now);
  const data = { problemId: action.problem_id, actionId: action.id, title: action.title, ownerId };
  await tell(tx, env, actionReviewDue, { subject: action.problem_id, data });
  if (!ownerId) return;
  const about = { path: `/effects/${action.id}`, number: problem.number, title: action.title };
  await ringAbout(
    tx,
    [{ memberId: ownerId, kind: 'review_due', about, dedupe: `${action.id} ${action.review_on}` }],
    now,
  );
}
