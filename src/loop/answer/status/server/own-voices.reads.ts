// Finds where the voices of one browser stand, all in a few statements.
import sql from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';
import type { PublicStage } from '../../../act/cases/core/case.contract.ts';
import { clocksOf } from '../../../act/clocks/server/door.ts';
import type { OwnVoiceRow } from '../../../collect/visitors/server/door.ts';
import type { AnswerDesk } from '../../desk/server/door.ts';
import { readLivingCase } from '../../desk/server/door.ts';
import { statusLinkFor } from '../../links/server/door.ts';
import type { OwnVoice } from '../core/own-voice.contract.ts';

const SHOWN = 20;
const WORDS = 120;

interface Row {
  id: string;
  text: string;
  rating: number | null;
  product: string | null;
  personId: string | null;
  photos: number;
  caseId: string | null;
  number: number | null;
  stage: PublicStage | null;
  mergedInto: string | null;
}

/**
 * @param voices what the browser sent, newest first
 * @param paths also make the address of each personal page; needs a writing transaction
 */
export async function ownVoicesOf(
  tx: Tx,
  desk: AnswerDesk,
  voices: readonly OwnVoiceRow[],
  input: { now: Date; paths: boolean },
): Promise<OwnVoice[]> {
  const shown = voices.slice(0, SHOWN);
  const rows = await tx.rows<Row>(sql`
    SELECT f.id, left(f.text, ${WORDS}) AS text, f.rating, p.name AS product, f.person_id AS "personId",
      coalesce((f.meta->>'photos')::int, 0) AS photos, c.id AS "caseId", c.number, c.public_stage AS stage,
      c.merged_into AS "mergedInto"
    FROM feedback_facts f
    LEFT JOIN products_facts p ON p.workspace_id = f.workspace_id AND p.id = f.product_id
    LEFT JOIN LATERAL (SELECT case_id FROM case_feedback_facts cf
      WHERE cf.workspace_id = f.workspace_id AND cf.feedback_id = f.id LIMIT 1) AS cf ON true
    LEFT JOIN cases_facts c ON c.workspace_id = f.workspace_id AND c.id = cf.case_id
    WHERE f.workspace_id = ${tx.workspaceId} AND f.id = ANY(${shown.map((voice) => voice.feedbackId)}::text[])`);
  const byId = new Map(rows.map((row) => [row.id, row]));
  for (const row of rows) {
    if (!row.mergedInto || !row.caseId) continue;
    const living = await readLivingCase(tx, row.caseId);
    if (living) Object.assign(row, { caseId: living.id, number: living.number, stage: living.publicStage });
  }
  const caseIds = [...new Set(rows.flatMap((row) => row.caseId ?? []))];
  const clocks = await clocksOf(tx, caseIds, input.now);
  const items: OwnVoice[] = [];
  for (const voice of shown) {
    const row = byId.get(voice.feedbackId);
    // Erased since: the browser may still remember it, we do not.
    if (!row) continue;
    const stage = row.stage ?? 'received';
    const open = stage === 'received' || stage === 'in_progress';
    const due = (kinds: readonly string[]) =>
      (row.caseId && open ? (clocks.get(row.caseId) ?? []) : [])
        .filter((clock) => kinds.includes(clock.kind) && clock.dueAt !== null && clock.endedAt === null)
        .map((clock) => new Date(clock.dueAt!).toISOString())
        .sort()[0] ?? null;
    const link =
      input.paths && !voice.claimed
        ? await statusLinkFor(tx, desk.sealer, {
            subject: row.caseId ?? row.id,
            reporter: row.personId ?? row.id,
            now: input.now,
            days: desk.linkDays,
          })
        : null;
    items.push({
      // Marks of masking are ours; to him they are just hidden.
      text: row.text.replace(/\[(phone|id|card|email|address|order|plate|wechat)\]/g, '***'),
      rating: row.rating,
      product: row.product,
      at: voice.at.toISOString(),
      stage,
      reference: row.number,
      answerBy: due(['frt', 'nrt']),
      solvedBy: due(['rt']),
      path: link?.path ?? null,
      photos: row.photos,
    });
  }
  return items;
}
