// Turns a question or an alarm of an ended show into feedback and one case; everybody who asked is its reporter.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import { casesOf, openCase } from '../../../../../loop/act/cases/server/door.ts';
import { type Gate, recordInTransaction } from '../../../../../loop/collect/intake/server/door.ts';
import type { Tx } from '../../../../../platform/database/database.ts';
import { rememberSpeakers } from '../../../rooms/server/door.ts';
import { alertDrafts, questionDrafts } from '../../core/followup-draft.ts';
import type { KeptShow } from '../../core/record-builder.ts';
import { type FollowupView, liveFollowedUp } from '../../core/show-report.contract.ts';
import { followupView } from '../report.reads.ts';
import { listFollowups, lockFollowups, saveFollowup } from '../report.store.ts';

export type FollowUpRefusal = 'forbidden' | 'unknown_reference' | 'nothing_recorded' | 'already_in_case';

export async function followUpShow(
  tx: Tx,
  env: Env,
  gate: Gate,
  input: { kept: KeptShow; ref: string },
): Promise<Result<FollowupView, FollowUpRefusal>> {
  const { record, askers } = input.kept;
  // permit
  if (!may(env.actor, 'case.work')) return refuse('forbidden');
  // load
  await lockFollowups(tx, record.showId);
  const known = (await listFollowups(tx, record.showId)).find((one) => one.ref === input.ref);
  const group = record.groups.find((one) => one.groupId === input.ref);
  const alert = record.alerts.find((one) => one.alertId === input.ref);
  // decide
  if (known) return ok(followupView(known));
  if (!group && !alert) return refuse('unknown_reference');
  const drafts = group ? questionDrafts(record, group, askers[group.groupId] ?? []) : alertDrafts(record, alert!);
  // save
  const outcomes = await recordInTransaction(gate, tx, env, drafts);
  const ids = [...new Set(outcomes.flatMap((one) => (one.id && one.outcome !== 'quarantined' ? [one.id] : [])))];
  const spoken = (group ? (askers[group.groupId] ?? []) : []).flatMap((one, at) => {
    const feedbackId = outcomes[at]?.id;
    return one.uid && feedbackId ? [{ uid: one.uid, feedbackId }] : [];
  });
  await rememberSpeakers(tx, record.showId, spoken, env.now);
  const taken = await casesOf(tx, ids);
  const free = ids.filter((id) => !taken.has(id));
  const inCase = [...taken.values()][0];
  if (free.length === 0 && inCase === undefined) return refuse('nothing_recorded');
  let caseId = inCase;
  if (free.length > 0) {
    const title = group ? group.title : (alert!.samples[0]?.text ?? undefined);
    const opened = await openCase(tx, env, { feedbackIds: free, ...(title ? { title: title.slice(0, 120) } : {}) });
    if (opened.ok) caseId = opened.value.id;
    else if (caseId === undefined) return refuse('already_in_case');
  }
  const kind = group ? 'question' : 'alert';
  const row = { ref: input.ref, kind, case_id: caseId!, voices: ids.length, followed_at: env.now } as const;
  await saveFollowup(
    tx,
    {
      showId: record.showId,
      ref: input.ref,
      kind,
      caseId: caseId!,
      voices: ids.length,
      by: env.actor.id ?? env.workspace,
    },
    env.now,
  );
  // tell
  const data = { ref: input.ref, kind, caseId: caseId!, voices: ids.length };
  await tell(tx, env, liveFollowedUp, { subject: record.showId, data });
  return ok(followupView(row));
}
