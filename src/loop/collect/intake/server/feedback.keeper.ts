// Hands out a person's own words, and empties them so that only a nameless voice with its labels is left to be counted.
import sql from 'sql-template-tag';
import type { PersonKeeper } from '../../../../ground/people/core/keeper.contract.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import type { Sealer } from '../../../../platform/secrets/seal.ts';
import { ERASED } from '../../../../text/quoting.ts';

interface Voice {
  id: string;
  channel: string;
  externalId: string;
  title: string | null;
  text: string;
  sealed: string | null;
  rating: number | null;
  occurredAt: Date;
  orderNo: string | null;
  state: string;
  meta: unknown;
}

function voicesOf(tx: Tx, personId: string): Promise<Voice[]> {
  return tx.rows<Voice>(sql`
    SELECT f.id, f.channel, f.external_id AS "externalId", f.title, f.text, o.sealed, f.rating, f.occurred_at AS "occurredAt",
      f.order_hint AS "orderNo", f.state, f.meta
    FROM feedback f LEFT JOIN feedback_originals o ON o.workspace_id = f.workspace_id AND o.feedback_id = f.id
    WHERE f.workspace_id = ${tx.workspaceId} AND f.person_id = ${personId} ORDER BY f.id`);
}

/** The original lies as JSON or as plain text; every text in it is his. */
function textsIn(original: string): string[] {
  try {
    const found: string[] = [];
    JSON.parse(original, (_key, value) => {
      if (typeof value === 'string') found.push(value);
      return value;
    });
    return found;
  } catch {
    return [original];
  }
}

/** Must run after every keeper that finds a person by his voices. */
export function feedbackKeeper(sealer: Sealer): PersonKeeper<Tx> {
  const original = (tx: Tx, voice: Voice) => (voice.sealed ? sealer.open(tx.workspaceId, voice.sealed) : null);
  return {
    name: 'feedback',
    async traces(tx, personId) {
      const voices = await voicesOf(tx, personId);
      return {
        ids: voices.map((voice) => voice.id),
        words: voices.flatMap((voice) => [
          voice.text,
          ...(voice.title ? [voice.title] : []),
          ...textsIn(original(tx, voice) ?? ''),
        ]),
      };
    },
    async export(tx, personId) {
      const voices = await voicesOf(tx, personId);
      return [
        {
          section: 'feedback',
          rows: voices.map((voice) => {
            const { sealed: _sealed, ...row } = voice;
            return { ...row, original: original(tx, voice) };
          }),
        },
      ];
    },
    async erase(tx, personId) {
      await tx.run(sql`
        DELETE FROM feedback_originals o USING feedback f
        WHERE o.workspace_id = ${tx.workspaceId} AND f.workspace_id = o.workspace_id AND f.id = o.feedback_id AND f.person_id = ${personId}`);
      // What the gate held back was never counted: nothing is left of it.
      await tx.run(sql`
        DELETE FROM feedback WHERE workspace_id = ${tx.workspaceId} AND person_id = ${personId} AND state = 'quarantined'`);
      await tx.run(sql`
        UPDATE feedback SET text = ${ERASED}, title = NULL, external_id = 'erased:' || id, order_hint = NULL, order_hash = NULL,
          follows_id = NULL, masked = false, meta = '{}', person_id = NULL
        WHERE workspace_id = ${tx.workspaceId} AND person_id = ${personId}`);
      return { fileIds: [] };
    },
  };
}
