// Counts what is kept of a person, by section.
import type { Tx } from '../../../platform/database/database.ts';
import type { PersonKeeper, PersonTraces } from '../../people/core/keeper.contract.ts';

export interface KeptCount {
  section: string;
  rows: number;
}

export async function countKept(
  tx: Tx,
  keepers: readonly PersonKeeper<Tx>[],
  personId: string,
  traces: PersonTraces,
): Promise<KeptCount[]> {
  const counts: KeptCount[] = [];
  for (const keeper of [...keepers].reverse()) {
    for (const { section, rows } of await keeper.export(tx, personId, traces)) {
      if (rows.length > 0) counts.push({ section, rows: rows.length });
    }
  }
  return counts;
}
