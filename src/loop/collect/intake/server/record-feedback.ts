// The one gate: whatever the channel, every voice comes in through these steps and is acknowledged only when durable.
import { randomUUID } from 'node:crypto';
import { findOrCreateProducts } from '../../../../ground/catalog/server/door.ts';
import { type Env, tell } from '../../../../ground/env.ts';
import { findOrCreatePeople } from '../../../../ground/people/server/door.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import { detailsOfIssues } from '../../../../platform/http/problem.ts';
import { createBreath } from '../../../../platform/ingest/breathe.ts';
import type { Metrics } from '../../../../platform/metrics/metrics.ts';
import type { Sealer } from '../../../../platform/secrets/seal.ts';
import type { TextEngine } from '../../../../text/judge.contract.ts';
import { maskPersonalData } from '../../../../text/personal-data.ts';
import { type FeedbackDraft, feedbackDraft, type GateStep, type RecordOutcome } from '../core/feedback.contract.ts';
import { feedbackReceived } from '../core/feedback-events.contract.ts';
import {
  enter,
  type GateTools,
  maskStep,
  normaliseOrder,
  normaliseStep,
  type Passing,
  spamStep,
} from '../core/gate.ts';
import { findKnown, type NewFeedback, saveFeedback } from './feedback.store.ts';

export interface BatchAnswer {
  recorded: number;
  duplicates: number;
  quarantined: number;
  rejected: number;
  results: RecordOutcome[];
}

export interface Gate {
  sealer: Sealer;
  metrics: Metrics;
  tools: GateTools;
}

/** @param engine judges spam; the judgement itself is made after the gate */
export function createGate(deps: { sealer: Sealer; metrics: Metrics; engine: TextEngine }): Gate {
  return {
    sealer: deps.sealer,
    metrics: deps.metrics,
    tools: {
      mask: maskPersonalData,
      spamOf: (text) => deps.engine.spam(text),
      nameless: randomUUID,
    },
  };
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
  passing = await dropKnown(tx, passing, outcomes);
  passing = await pureStep(gate, 'mask', passing, outcomes, (record) => maskStep(record, gate.tools));
  passing = await pureStep(gate, 'spam', passing, outcomes, (record) => spamStep(record, gate.tools));
  if (passing.length > 0) await save(gate, tx, env, passing, outcomes);
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
  for (const record of passing) {
    run(record);
    const pause = breathe();
    if (pause) await pause;
    if (!record.stopped) {
      on.push(record);
      if (record.quarantine?.step === step)
        stopped[record.quarantine.reason] = (stopped[record.quarantine.reason] ?? 0) + 1;
      continue;
    }
    const { reason, path } = record.stopped;
    stopped[reason] = (stopped[reason] ?? 0) + 1;
    outcomes[record.index] = { outcome: 'rejected', id: null, reason, errors: [{ path, code: reason }] };
  }
  end(on.length, stopped);
  return on;
}

const keyOf = (channel: string, externalId: string) => `${channel}\n${externalId}`;

/** What was recorded before costs one look-up and nothing more; the same id twice in one batch is one record. */
async function dropKnown(tx: Tx, passing: Passing[], outcomes: RecordOutcome[]): Promise<Passing[]> {
  const named = passing.filter((record) => record.draft.externalId !== undefined);
  const known = await findKnown(
    tx,
    named.map((record) => ({ channel: record.draft.channel, externalId: record.externalId })),
  );
  const ids = new Map(known.map((row) => [keyOf(row.channel, row.externalId), row.id]));
  const seen = new Set<string>();
  return passing.filter((record) => {
    const key = keyOf(record.draft.channel, record.externalId);
    const id = ids.get(key);
    if (id === undefined && !seen.has(key)) {
      seen.add(key);
      return true;
    }
    outcomes[record.index] = { outcome: 'duplicate', id: id ?? null, reason: null };
    return false;
  });
}

async function save(gate: Gate, tx: Tx, env: Env, passing: Passing[], outcomes: RecordOutcome[]): Promise<void> {
  let end = gate.metrics.gateStep('attach');
  const products = await findOrCreateProducts(
    tx,
    passing.map((record) => record.draft.product),
    env.now,
  );
  const people = await findOrCreatePeople(
    tx,
    gate.sealer,
    passing.map((record) => record.draft.person),
    env.now,
  );
  const follows = await followed(tx, passing);
  end(passing.length);
  end = gate.metrics.gateStep('seal');
  const records = passing.map(
    (record, index): NewFeedback => ({
      channel: record.draft.channel,
      externalId: record.externalId,
      text: record.text,
      title: record.title,
      rating: record.draft.rating ?? null,
      occurredAt: record.draft.occurredAt ? new Date(record.draft.occurredAt) : env.now,
      state: record.quarantine ? 'quarantined' : 'accepted',
      stateStep: record.quarantine?.step ?? null,
      stateReason: record.quarantine?.reason ?? null,
      orderHint: record.orderHint,
      orderHash: record.draft.orderNo
        ? gate.sealer.blindIndex(tx.workspaceId, 'order', normaliseOrder(record.draft.orderNo))
        : null,
      productId: products[index] ?? null,
      personId: people[index] ?? null,
      followsId: follows[index] ?? null,
      locale: record.draft.locale ?? null,
      meta: JSON.stringify(record.meta),
      sealed: record.original ? gate.sealer.seal(tx.workspaceId, JSON.stringify(record.original)) : null,
    }),
  );
  end(records.length);
  end = gate.metrics.gateStep('save');
  const saved = await saveFeedback(tx, records, env.now);
  const ids = new Map(saved.map((row) => [keyOf(row.channel, row.externalId), row.id]));
  const accepted: string[] = [];
  for (const record of passing) {
    const id = ids.get(keyOf(record.draft.channel, record.externalId));
    if (!id) outcomes[record.index] = { outcome: 'duplicate', id: null, reason: null };
    else if (record.quarantine)
      outcomes[record.index] = { outcome: 'quarantined', id, reason: record.quarantine.reason };
    else {
      outcomes[record.index] = { outcome: 'recorded', id, reason: null };
      accepted.push(id);
    }
  }
  for (let start = 0; start < accepted.length; start += 1000) {
    const feedbackIds = accepted.slice(start, start + 1000);
    await tell(tx, env, feedbackReceived, {
      subject: feedbackIds.length === 1 ? feedbackIds[0]! : null,
      data: { feedbackIds },
    });
  }
  end(saved.length, saved.length < records.length ? { duplicate: records.length - saved.length } : {});
}

/** Ids of the feedback that records follow (追评): recorded before, or earlier in an earlier batch. */
async function followed(tx: Tx, passing: readonly Passing[]): Promise<(string | null)[]> {
  const pairs = passing.flatMap((record) =>
    record.draft.followsExternalId
      ? [{ channel: record.draft.channel, externalId: record.draft.followsExternalId }]
      : [],
  );
  const ids = new Map((await findKnown(tx, pairs)).map((row) => [keyOf(row.channel, row.externalId), row.id]));
  return passing.map((record) =>
    record.draft.followsExternalId
      ? (ids.get(keyOf(record.draft.channel, record.draft.followsExternalId)) ?? null)
      : null,
  );
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
