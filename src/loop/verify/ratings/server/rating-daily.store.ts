// Keeps the sums of ratings by day, in the transaction that asks, scores or lets a question close.
import sql from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';
import type { RatingDimension } from '../core/rating.contract.ts';

/** The facts of a case a rating is counted by. */
export interface RatingItems {
  askedOn: string;
  team: string | null;
  member: string | null;
  channel: string | null;
  theme: string | null;
  product: string | null;
}

/** What one rating adds; `score` 1-5, or null for none. A changed score is one entry with -1 and one with 1. */
export interface RatingCount {
  items: RatingItems;
  asked: number;
  unanswered: number;
  score: number | null;
  sign: 1 | -1;
}

const KINDS: readonly RatingDimension[] = ['team', 'member', 'channel', 'theme', 'product'];

/** Adds counts to the sums; rows sorted by key, so that two writers lock them in the same order. */
export async function saveRatingCounts(tx: Tx, counts: readonly RatingCount[]): Promise<void> {
  const rows = new Map<string, { kind: string; day: string; item: string; values: number[] }>();
  const add = (kind: string, item: string, count: RatingCount) => {
    const day = count.items.askedOn;
    const key = `${kind}\n${day}\n${item}`;
    const row = rows.get(key) ?? { kind, day, item, values: [0, 0, 0, 0, 0, 0, 0] };
    row.values[0]! += count.asked;
    row.values[1]! += count.unanswered;
    if (count.score !== null) row.values[count.score + 1]! += count.sign;
    rows.set(key, row);
  };
  for (const count of counts) {
    add('all', '', count);
    for (const kind of KINDS) {
      const item = count.items[kind];
      if (item) add(kind, item, count);
    }
  }
  const changes = [...rows.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
  if (changes.length === 0) return;
  const values = (index: number) => changes.map((row) => row.values[index]!);
  await tx.run(sql`
    INSERT INTO rating_daily AS d (workspace_id, kind, day, item, asked, unanswered, score1, score2, score3, score4, score5)
    SELECT ${tx.workspaceId}, c.* FROM unnest(${changes.map((row) => row.kind)}::text[],
      ${changes.map((row) => row.day)}::date[], ${changes.map((row) => row.item)}::text[], ${values(0)}::bigint[],
      ${values(1)}::bigint[], ${values(2)}::bigint[], ${values(3)}::bigint[], ${values(4)}::bigint[], ${values(5)}::bigint[],
      ${values(6)}::bigint[]) AS c
    ON CONFLICT (workspace_id, kind, day, item) DO UPDATE SET asked = d.asked + excluded.asked,
      unanswered = d.unanswered + excluded.unanswered, score1 = d.score1 + excluded.score1, score2 = d.score2 + excluded.score2,
      score3 = d.score3 + excluded.score3, score4 = d.score4 + excluded.score4, score5 = d.score5 + excluded.score5`);
}
