// Finds among newly judged feedback those who complain again about what was resolved for them.
import sql from 'sql-template-tag';
import { type Env, tell } from '../../../../../ground/env.ts';
import { newId } from '../../../../../kit/ids.ts';
import type { Tx } from '../../../../../platform/database/database.ts';
import { repeatFound } from '../../core/gate.contract.ts';
import { saveRoundCounts } from '../gate-daily.store.ts';
import { addEvidence, itemsOf, lockRound } from '../round.store.ts';
import { judgeRound } from './judge-round.ts';

interface Hit {
  roundId: string;
  personId: string;
  feedbackId: string;
  saidAt: Date;
}

/**
 * A repeat: the same person, the same theme, a complaint (negative, urgent or meant as one), said after the resolution and within its
 * days. It counts against the latest resolution before it only. Doing it again changes nothing.
 */
export async function noteRepeats(tx: Tx, env: Env, feedbackIds: readonly string[]): Promise<number> {
  // permit: the product itself
  // load
  const hits = await tx.rows<Hit>(sql`
    SELECT DISTINCT ON (f.id) r.round_id AS "roundId", f.person_id AS "personId", f.id AS "feedbackId", f.occurred_at AS "saidAt"
    FROM feedback_facts f
    JOIN verify_reporters r ON r.workspace_id = f.workspace_id AND r.person_id = f.person_id
    JOIN judgements_facts j ON j.workspace_id = f.workspace_id AND j.feedback_id = f.id
    WHERE f.workspace_id = ${tx.workspaceId} AND f.id = ANY(${[...feedbackIds]}::text[]) AND f.person_id IS NOT NULL
      AND f.occurred_at > r.resolved_at AND f.occurred_at <= r.repeat_until AND j.class <> 'latent'
      AND (j.sentiment = 'negative' OR j.class = 'urgent' OR 'complain' = ANY(j.intents))
      AND (r.theme = ANY(j.themes) OR r.theme = '' AND cardinality(j.themes) = 0)
    ORDER BY f.id, r.resolved_at DESC`);
  if (hits.length === 0) return 0;
  // decide · save
  const saved = await tx.rows<{ round_id: string; feedback_id: string }>(sql`
    INSERT INTO verify_repeats (id, workspace_id, round_id, person_id, feedback_id, said_at)
    SELECT h.id, ${tx.workspaceId}, h.round_id, h.person_id, h.feedback_id, h.said_at
    FROM unnest(${hits.map(() => newId('rpt'))}::text[], ${hits.map((hit) => hit.roundId)}::text[],
      ${hits.map((hit) => hit.personId)}::text[], ${hits.map((hit) => hit.feedbackId)}::text[],
      ${hits.map((hit) => hit.saidAt)}::timestamptz[]) AS h(id, round_id, person_id, feedback_id, said_at)
    ON CONFLICT (workspace_id, round_id, feedback_id) DO NOTHING RETURNING round_id, feedback_id`);
  if (saved.length === 0) return 0;
  const fresh = new Set(saved.map((row) => row.feedback_id));
  for (const roundId of [...new Set(saved.map((row) => row.round_id))].sort()) {
    const round = await lockRound(tx, roundId);
    if (!round) continue;
    if (!round.repeated) {
      await tx.run(
        sql`UPDATE verify_rounds SET repeated = true WHERE workspace_id = ${tx.workspaceId} AND id = ${roundId}`,
      );
      const { state } = round;
      await saveRoundCounts(tx, [{ items: itemsOf(round), resolved: 0, repeated: 1, from: state, to: state }]);
    }
    for (const hit of hits) {
      if (hit.roundId !== roundId || !fresh.has(hit.feedbackId)) continue;
      await addEvidence(tx, roundId, {
        kind: 'repeat',
        reporter: hit.personId,
        feedbackId: hit.feedbackId,
        at: hit.saidAt,
        dedupe: `repeat ${hit.feedbackId}`,
      });
    }
    await judgeRound(tx, env, round);
  }
  // tell
  await tell(tx, env, repeatFound, { subject: null, data: { feedbackIds: [...fresh].slice(0, 1000) } });
  return saved.length;
}
