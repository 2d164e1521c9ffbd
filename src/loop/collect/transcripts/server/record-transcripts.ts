// Takes sessions in: customer turns pass the one gate, all turns are kept masked, and what the agent promised is told.
import sql from 'sql-template-tag';
import { type Env, tell } from '../../../../ground/env.ts';
import { findOrCreatePeople } from '../../../../ground/people/server/door.ts';
import { newId } from '../../../../kit/ids.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import { detailsOfIssues } from '../../../../platform/http/problem.ts';
import { maskPersonalData } from '../../../../text/personal-data.ts';
import { type FeedbackDraft, feedbackDraft } from '../../intake/core/feedback.contract.ts';
import { type Gate, recordInTransaction } from '../../intake/server/door.ts';
import { findPromises } from '../core/find-promises.ts';
import { groupTurns, type HeardTurn, type TurnGroup } from '../core/group-turns.ts';
import { guessSpeakers } from '../core/guess-speaker.ts';
import { type TranscriptDraft, type TranscriptOutcome, transcriptDraft } from '../core/transcript.contract.ts';
import { type HeardPromise, transcriptReceived } from '../core/transcript-events.contract.ts';
import {
  knownTranscripts,
  type NewTurn,
  saveTranscriptFeedback,
  saveTurns,
  takeTranscript,
} from './transcript.store.ts';

const keyOf = (draft: { channel: string; id: string }) => `${draft.channel}\n${draft.id}`;

/**
 * @param items raw sessions; a bad one is answered as rejected and harms no other
 * @returns an outcome for each, in order; durable when the caller's transaction commits
 */
export async function recordTranscripts(
  tx: Tx,
  env: Env,
  gate: Gate,
  items: readonly unknown[],
): Promise<TranscriptOutcome[]> {
  const drafts = items.map((item) => transcriptDraft.safeParse(item));
  const good = drafts.flatMap((one) => (one.success ? [one.data] : []));
  const known = await knownTranscripts(
    tx,
    good.map((draft) => ({ channel: draft.channel, externalId: draft.id })),
  );
  const { timeZone } = await tx.one<{ timeZone: string }>(
    sql`SELECT time_zone AS "timeZone" FROM workspaces_facts WHERE workspace_id = ${tx.workspaceId}`,
  );
  const outcomes: TranscriptOutcome[] = [];
  for (const parsed of drafts) {
    if (!parsed.success) {
      const errors = detailsOfIssues(parsed.error.issues)
        .slice(0, 20)
        .map(({ path, code }) => ({ path, code }));
      outcomes.push({ outcome: 'rejected', id: null, feedbackIds: [], promises: 0, errors });
      continue;
    }
    const before = known.get(keyOf(parsed.data));
    if (before) {
      outcomes.push({ outcome: 'duplicate', id: before.id, feedbackIds: before.feedbackIds, promises: 0 });
      continue;
    }
    const outcome = await recordOne(tx, env, gate, parsed.data, timeZone);
    if (outcome.id) known.set(keyOf(parsed.data), { id: outcome.id, feedbackIds: outcome.feedbackIds });
    outcomes.push(outcome);
  }
  return outcomes;
}

async function recordOne(
  tx: Tx,
  env: Env,
  gate: Gate,
  draft: TranscriptDraft,
  timeZone: string,
): Promise<TranscriptOutcome> {
  const startedAt = beginOf(draft, env.now);
  const turns = heard(draft);
  const groups = groupTurns(turns);
  const promises = turns.flatMap((turn) =>
    turn.speaker === 'agent' && !turn.guessed
      ? findPromises(turn.text, turn.at ?? startedAt, timeZone).map((promise) => ({ ...promise, turn }))
      : [],
  );
  const id = newId('tsc');
  const taken = await takeTranscript(tx, {
    id,
    channel: draft.channel,
    externalId: draft.id,
    startedAt,
    agent: draft.agent ?? null,
    personId: null,
    turnCount: turns.length,
    feedbackIds: [],
    promises: promises.length,
    createdAt: env.now,
  });
  if (!taken) {
    const known = await knownTranscripts(tx, [{ channel: draft.channel, externalId: draft.id }]);
    const winner = known.get(keyOf(draft));
    return { outcome: 'duplicate', id: winner?.id ?? null, feedbackIds: winner?.feedbackIds ?? [], promises: 0 };
  }
  const person = personOf(draft);
  const outcomes = await recordInTransaction(
    gate,
    tx,
    env,
    groups.map((group, index) => draftOf(draft, group, index, groups, { startedAt, transcriptId: id, person })),
  );
  const feedbackOf = new Map<number, string>();
  for (const [index, group] of groups.entries()) {
    const feedbackId = outcomes[index]!.id;
    if (feedbackId) for (const position of group.positions) feedbackOf.set(position, feedbackId);
  }
  const feedbackIds = [...new Set(feedbackOf.values())];
  const [personId = null] = person ? await findOrCreatePeople(tx, gate.sealer, [person], env.now) : [];
  await saveTranscriptFeedback(tx, { id, personId, feedbackIds });
  const promisedAt = new Map(promises.map((promise) => [promise.turn.position, promise.dueAt]));
  await saveTurns(
    tx,
    turns.map(
      (turn): NewTurn => ({
        transcriptId: id,
        position: turn.position,
        speaker: turn.speaker,
        guessed: turn.guessed,
        at: turn.at,
        text: maskPersonalData(turn.text).masked,
        feedbackId: feedbackOf.get(turn.position) ?? null,
        promised: promisedAt.has(turn.position),
        promiseDueAt: promisedAt.get(turn.position) ?? null,
      }),
    ),
  );
  await tell(tx, env, transcriptReceived, {
    subject: id,
    data: {
      transcriptId: id,
      feedbackIds,
      promises: promises.map(
        (promise): HeardPromise => ({
          text: maskPersonalData(promise.text).masked,
          dueAt: promise.dueAt?.toISOString() ?? null,
          saidAt: (promise.turn.at ?? startedAt).toISOString(),
          agent: draft.agent ?? null,
          feedbackId: lastBefore(promise.turn.position, feedbackOf),
        }),
      ),
    },
  });
  return { outcome: 'recorded', id, feedbackIds, promises: promises.length };
}

/** The customer's latest words before the promise. */
function lastBefore(position: number, feedbackOf: ReadonlyMap<number, string>): string | null {
  let found: string | null = null;
  let best = -1;
  for (const [at, id] of feedbackOf) {
    if (at < position && at > best) {
      best = at;
      found = id;
    }
  }
  return found;
}

type Turn = HeardTurn & { guessed: boolean };

/** Where no turn says who spoke, the words are asked; a source that names some speakers is believed for all. */
function heard(draft: TranscriptDraft): Turn[] {
  const silent = draft.turns.every((turn) => turn.speaker === 'unknown');
  const guesses = silent ? guessSpeakers(draft.turns.map((turn) => turn.text)) : null;
  return draft.turns.map((turn, position) => {
    const guess = guesses?.[position];
    return {
      position,
      speaker: guess ?? turn.speaker,
      guessed: guess !== undefined && guess !== 'unknown',
      at: turn.at ? new Date(turn.at) : null,
      text: turn.text,
    };
  });
}

function beginOf(draft: TranscriptDraft, now: Date): Date {
  const first = draft.startedAt ?? draft.turns.find((turn) => turn.at)?.at;
  return first ? new Date(first) : now;
}

function personOf(draft: TranscriptDraft): FeedbackDraft['person'] {
  const { customer } = draft;
  return customer && (customer.externalId || customer.email || customer.phone) ? customer : undefined;
}

function draftOf(
  draft: TranscriptDraft,
  group: TurnGroup,
  index: number,
  groups: readonly TurnGroup[],
  of: { startedAt: Date; transcriptId: string; person: FeedbackDraft['person'] },
): FeedbackDraft {
  const idAt = (at: number) => `${draft.id}#${groups[at]!.positions[0]}`;
  const { product } = draft;
  return feedbackDraft.parse({
    channel: draft.channel,
    externalId: idAt(index),
    text: group.text,
    occurredAt: (group.at ?? of.startedAt).toISOString(),
    ...(of.person ? { person: of.person } : {}),
    ...(product?.sku || product?.name ? { product } : {}),
    ...(draft.orderNo ? { orderNo: draft.orderNo } : {}),
    ...(draft.locale ? { locale: draft.locale } : {}),
    // Later words of one session go on from its first.
    ...(index > 0 ? { followsExternalId: idAt(0) } : {}),
    meta: { transcript: of.transcriptId, turns: [group.positions[0], group.positions.at(-1)] },
  });
}
