// Keeps evidence of what happened: receipts of feedback as it is received, steps, promises and publications as they are told.
import sql from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';
import type { Reaction } from '../../../../platform/events/reaction-runner.ts';
import type { Sealer } from '../../../../platform/secrets/seal.ts';
import { feedbackReceived } from '../../../collect/intake/core/feedback-events.contract.ts';
import { KEPT_NEWS, keptOf, type ReceivedVoice, receiptOf } from '../core/what-to-keep.ts';
import { type Evidence, keepEvidence } from './append.ts';

/** Reactions of the evidence log. */
export function evidenceReactions(deps: { sealer: Sealer }): Reaction[] {
  return [
    {
      name: 'evidence.keep',
      on: [feedbackReceived.type, ...Object.keys(KEPT_NEWS)],
      most: 20,
      async run({ tx, events, now }) {
        const kept: Evidence[] = [];
        const ids = events.flatMap((event) =>
          event.type === feedbackReceived.type ? feedbackReceived.data.parse(event.data).feedbackIds : [],
        );
        const voices = await voicesOf(tx, ids);
        for (const event of events) {
          if (event.type === feedbackReceived.type) {
            for (const id of feedbackReceived.data.parse(event.data).feedbackIds) {
              const voice = voices.get(id);
              if (voice) kept.push(receiptEvidence(voice));
            }
            continue;
          }
          const rule = keptOf(event);
          if (rule) {
            kept.push({ ...rule, at: event.at, subjectId: event.subject, sourceId: event.id, keepContent: true });
          }
        }
        await keepEvidence(tx, deps.sealer, kept, now);
      },
    },
  ];
}

function receiptEvidence(voice: ReceivedVoice): Evidence {
  return {
    kind: 'receipt',
    at: voice.receivedAt,
    subjectId: voice.id,
    sourceId: voice.id,
    content: receiptOf(voice),
    keepContent: false,
  };
}

/** Feedback as their receipts say it, by id. */
export async function voicesOf(tx: Tx, ids: readonly string[]): Promise<Map<string, ReceivedVoice>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.rows<ReceivedVoice>(sql`
    SELECT id, channel, title, text, rating::float8 AS rating, occurred_at AS "occurredAt", received_at AS "receivedAt"
    FROM feedback_facts WHERE workspace_id = ${tx.workspaceId} AND id = ANY(${[...ids]}::text[])`);
  return new Map(rows.map((row) => [row.id, row]));
}
