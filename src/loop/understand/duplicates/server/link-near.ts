// Finds and saves links between nearly equal feedback of one person.
import sql from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';
import { similarity } from '../../../../text/near-duplicates.ts';
import { markRepeats } from '../../judgement/server/door.ts';
import { NEAR_DAYS, nearestEarlier } from '../core/near-voice.ts';
import { type NewLink, saveLinks } from './duplicate.store.ts';

/** Earlier feedback of the same person that are compared: the latest ones. */
const COMPARED = 10;

interface Pair {
  id: string;
  text: string;
  earlierId: string;
  earlierText: string;
  firstId: string;
}

/** @returns the links made; what is linked already, or was set apart by a person, is left alone */
export async function linkNear(tx: Tx, feedbackIds: readonly string[], now: Date): Promise<NewLink[]> {
  if (feedbackIds.length === 0) return [];
  const pairs = await tx.rows<Pair>(sql`
    SELECT f.id, f.text, e.id AS "earlierId", e.text AS "earlierText", coalesce(r.duplicate_of_id, e.id) AS "firstId"
    FROM feedback_facts f
    CROSS JOIN LATERAL (
      SELECT p.id, p.text, p.occurred_at FROM feedback_facts p
      WHERE p.workspace_id = ${tx.workspaceId} AND p.person_id = f.person_id AND p.id < f.id AND p.state = 'accepted'
      ORDER BY p.id DESC LIMIT ${COMPARED}) e
    LEFT JOIN duplicates r ON r.workspace_id = ${tx.workspaceId} AND r.feedback_id = e.id AND r.duplicate_of_id IS NOT NULL
    LEFT JOIN duplicates d ON d.workspace_id = ${tx.workspaceId} AND d.feedback_id = f.id
    WHERE f.workspace_id = ${tx.workspaceId} AND f.id = ANY(${[...new Set(feedbackIds)]}::text[]) AND f.person_id IS NOT NULL
      AND d.feedback_id IS NULL AND abs(extract(epoch FROM f.occurred_at - e.occurred_at)) < ${NEAR_DAYS * 86_400}
    ORDER BY f.id, e.id DESC`);
  const links: NewLink[] = [];
  const linked = new Map<string, string>();
  for (const [id, candidates] of byFeedback(pairs)) {
    const nearest = nearestEarlier(candidates[0]!.text, candidates, similarity);
    if (!nearest) continue;
    // The one it resembles may itself have been linked a moment ago.
    const duplicateOfId = linked.get(nearest.pair.firstId) ?? nearest.pair.firstId;
    linked.set(id, duplicateOfId);
    links.push({ feedbackId: id, duplicateOfId, kind: 'near', similarity: nearest.similarity });
  }
  await saveLinks(tx, links, now);
  await markRepeats(
    tx,
    links.map((link) => link.feedbackId),
    true,
    now,
  );
  return links;
}

function byFeedback(pairs: readonly Pair[]): Map<string, Pair[]> {
  const groups = new Map<string, Pair[]>();
  for (const pair of pairs) {
    const group = groups.get(pair.id);
    if (group) group.push(pair);
    else groups.set(pair.id, [pair]);
  }
  return groups;
}
