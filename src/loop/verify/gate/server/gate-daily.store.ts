// Keeps the sums of resolutions and what came of them by day, in the transaction of each change.
import sql from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';
import type { RoundState } from '../core/gate.contract.ts';

/** What a round is counted by. */
export interface RoundItems {
  resolvedOn: string;
  team: string | null;
  theme: string | null;
  product: string | null;
}

/** One change of one round. */
export interface RoundCount {
  items: RoundItems;
  resolved: number;
  repeated: number;
  /** Left and entered; waiting is what is in none of them. */
  from: RoundState;
  to: RoundState;
}

const COUNTED = ['verified', 'disputed', 'unclear', 'withdrawn'] as const;

/** Adds changes to the sums; rows sorted by key, so that two writers lock them in the same order. */
export async function saveRoundCounts(tx: Tx, counts: readonly RoundCount[]): Promise<void> {
  const rows = new Map<string, { kind: string; day: string; item: string; values: number[] }>();
  for (const { items, resolved, repeated, from, to } of counts) {
    const values = [resolved, ...COUNTED.map((state) => Number(to === state) - Number(from === state)), repeated];
    if (values.every((value) => value === 0)) continue;
    for (const [kind, item] of [
      ['all', ''],
      ['team', items.team],
      ['theme', items.theme],
      ['product', items.product],
    ] as const) {
      if (item === null) continue;
      const key = `${kind}\n${items.resolvedOn}\n${item}`;
      const row = rows.get(key) ?? { kind, day: items.resolvedOn, item, values: values.map(() => 0) };
      row.values = row.values.map((value, index) => value + values[index]!);
      rows.set(key, row);
    }
  }
  const changes = [...rows.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
  if (changes.length === 0) return;
  const values = (index: number) => changes.map((row) => row.values[index]!);
  await tx.run(sql`
    INSERT INTO verify_daily AS d (workspace_id, kind, day, item, resolved, verified, disputed, unclear, withdrawn, repeated)
    SELECT ${tx.workspaceId}, c.* FROM unnest(${changes.map((row) => row.kind)}::text[],
      ${changes.map((row) => row.day)}::date[], ${changes.map((row) => row.item)}::text[], ${values(0)}::bigint[],
      ${values(1)}::bigint[], ${values(2)}::bigint[], ${values(3)}::bigint[], ${values(4)}::bigint[], ${values(5)}::bigint[]) AS c
    ON CONFLICT (workspace_id, kind, day, item) DO UPDATE SET resolved = d.resolved + excluded.resolved,
      verified = d.verified + excluded.verified, disputed = d.disputed + excluded.disputed,
      unclear = d.unclear + excluded.unclear, withdrawn = d.withdrawn + excluded.withdrawn,
      repeated = d.repeated + excluded.repeated`);
}
