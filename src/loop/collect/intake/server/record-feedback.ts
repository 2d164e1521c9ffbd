// The one gate: whatever the channel, every voice comes in through these steps and is acknowledged only when durable.
import type { Env } from '../../../../ground/env.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import { detailsOfIssues } from '../../../../platform/http/problem.ts';
import { createBreath } from '../../../../platform/ingest/breathe.ts';
import { type FeedbackDraft, feedbackDraft, type GateStep, type RecordOutcome } from '../core/feedback.contract.ts';
import { enter, maskStep, normaliseStep, type Passing, spamStep } from '../core/gate.ts';
import { findKnown } from './feedback.store.ts';
import type { Gate } from './open-gate.ts';
import { keyOf, savePassing } from './save-passing.ts';

export interface BatchAnswer {
  recorded: number;
  duplicates: number;
  quarantined: number;
  rejected: number;
  results: RecordOutcome[];
}

/**
 * Step `validate`: reads raw items into drafts.
 * @returns the good ones with their position, and an outcome for each bad one that names field and reason
 */
export function validateStep(
  gate: Gate,
  items: readonly unknown[],
): { drafts: { index: number; draft: FeedbackDraft }[]; rejected: Map<number, RecordOutcome> } {
  const end = gate.metrics.gateStep('validate');
  const drafts: { index: number; draft: FeedbackDraft }[] = [];
  const rejected = new Map<number, RecordOutcome>();
  for (const [index, item] of items.entries()) {
    const parsed = feedbackDraft.safeParse(item);
    if (parsed.success) drafts.push({ index, draft: parsed.data });
    else
      rejected.set(index, {
        outcome: 'rejected',
        id: null,
        reason: 'invalid',
        errors: detailsOfIssues(parsed.error.issues).map(({ path, code, message }) => ({
          path,
          code,
          message: message ?? '',
        })),
      });
  }
  end(drafts.length, rejected.size > 0 ? { rejected: rejected.size } : {});
  return { drafts, rejected };
}

/**
 * Takes drafts that are already of the right shape through the rest of the gate, in the caller's transaction.
 * @returns an outcome for each draft, in order; the caller acknowledges them after its transaction committed
 */
export async function recordInTransaction(
  gate: Gate,
  tx: Tx,
  env: Env,
  drafts: readonly FeedbackDraft[],
): Promise<RecordOutcome[]> {
  const outcomes: RecordOutcome[] = new Array(drafts.length);
  let passing = enter(
    drafts.map((draft, index) => ({ index, draft })),
    gate.tools,
  );
  passing = await pureStep(gate, 'normalise', passing, outcomes, normaliseStep);
  const { fresh, twins } = await dropKnown(gate, tx, passing, outcomes);
  passing = fresh;
  passing = await pureStep(gate, 'mask', passing, outcomes, (record) => maskStep(record, gate.tools));
  passing = await pureStep(gate, 'spam', passing, outcomes, (record) => spamStep(record, gate.tools));
  if (passing.length > 0) await savePassing(gate, tx, env, passing, outcomes);
  for (const { index, firstIndex } of twins) {
    outcomes[index] = { outcome: 'duplicate', id: outcomes[firstIndex]!.id, reason: null };
  }
  countOutcomes(gate, drafts, outcomes);
  return outcomes;
}

/**
 * Takes raw items through the whole gate: a bad one is answered as rejected and harms no other.
 * @returns counts, and an outcome for each item in order
 */
export async function recordBatch(gate: Gate, tx: Tx, env: Env, items: readonly unknown[]): Promise<BatchAnswer> {
  const { drafts, rejected } = validateStep(gate, items);
  const outcomes =
    drafts.length > 0
      ? await recordInTransaction(
          gate,
          tx,
          env,
          drafts.map((item) => item.draft),
        )
      : [];
  const results: RecordOutcome[] = new Array(items.length);
  for (const [index, outcome] of rejected) results[index] = outcome;
  for (const [position, { index }] of drafts.entries()) results[index] = outcomes[position]!;
  const count = (outcome: RecordOutcome['outcome']) => results.filter((result) => result.outcome === outcome).length;
  return {
    recorded: count('recorded'),
    duplicates: count('duplicate'),
    quarantined: count('quarantined'),
    rejected: count('rejected'),
    results,
  };
}

async function pureStep(
  gate: Gate,
  step: GateStep,
  passing: Passing[],
  outcomes: RecordOutcome[],
  run: (record: Passing) => void,
): Promise<Passing[]> {
  const end = gate.metrics.gateStep(step);
  const breathe = createBreath();
  const on: Passing[] = [];
  const stopped: Record<string, number> = {};
  let held = 0;
  for (const record of passing) {
    run(record);
    const pause = breathe();
    if (pause) await pause;
    if (!record.stopped) {
      on.push(record);
      if (record.quarantine?.step === step) {
        held += 1;
        stopped[record.quarantine.reason] = (stopped[record.quarantine.reason] ?? 0) + 1;
      }
      continue;
    }
    const { reason, path } = record.stopped;
    stopped[reason] = (stopped[reason] ?? 0) + 1;
    outcomes[record.index] = { outcome: 'rejected', id: null, reason, errors: [{ path, code: reason }] };
  }
  end(on.length - held, stopped);
  return on;
}

/** A record that is the same, by channel and external id, as an earlier one of its batch. */
interface Twin {
  index: number;
  firstIndex: number;
}

/** What was recorded before costs one look-up and nothing more; the same id twice in one batch is one record. */
async function dropKnown(
  gate: Gate,
  tx: Tx,
  passing: Passing[],
  outcomes: RecordOutcome[],
): Promise<{ fresh: Passing[]; twins: Twin[] }> {
  const end = gate.metrics.gateStep('known');
  const named = passing.filter((record) => record.draft.externalId !== undefined);
  const known = await findKnown(
    tx,
    named.map((record) => ({ channel: record.draft.channel, externalId: record.externalId })),
  );
  const ids = new Map(known.map((row) => [keyOf(row.channel, row.externalId), row.id]));
  const seen = new Map<string, number>();
  const twins: Twin[] = [];
  const fresh = passing.filter((record) => {
    const key = keyOf(record.draft.channel, record.externalId);
    const id = ids.get(key);
    const firstIndex = seen.get(key);
    if (id !== undefined) outcomes[record.index] = { outcome: 'duplicate', id, reason: null };
    else if (firstIndex !== undefined) twins.push({ index: record.index, firstIndex });
    else {
      seen.set(key, record.index);
      return true;
    }
    return false;
  });
  const dropped = passing.length - fresh.length;
  end(fresh.length, dropped > 0 ? { duplicate: dropped } : {});
  return { fresh, twins };
}

function countOutcomes(gate: Gate, drafts: readonly FeedbackDraft[], outcomes: readonly RecordOutcome[]): void {
  const counts = new Map<string, number>();
  for (const [index, draft] of drafts.entries()) {
    const key = keyOf(draft.channel, outcomes[index]!.outcome);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  for (const [key, count] of counts) {
    const [channel = '', outcome = ''] = key.split('\n');
    gate.metrics.gateOutcome(channel, outcome, count);
  }
}
