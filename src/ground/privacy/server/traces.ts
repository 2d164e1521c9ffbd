// Asks every keeper what of a person the others must look for, before the first of them forgets it.
import type { Tx } from '../../../platform/database/database.ts';
import type { PersonKeeper, PersonTraces } from '../../people/core/keeper.contract.ts';

export async function gatherTraces(
  tx: Tx,
  keepers: readonly PersonKeeper<Tx>[],
  personId: string,
): Promise<PersonTraces> {
  const all: PersonTraces = { ids: [personId], shared: [], names: [], words: [] };
  for (const keeper of keepers) {
    const found = await keeper.traces?.(tx, personId);
    all.ids.push(...(found?.ids ?? []));
    all.shared.push(...(found?.shared ?? []));
    all.names.push(...(found?.names ?? []));
    all.words.push(...(found?.words ?? []));
  }
  return {
    ids: [...new Set(all.ids)],
    shared: [...new Set(all.shared)],
    names: [...new Set(all.names)],
    words: [...new Set(all.words.filter((word) => word.trim() !== ''))],
  };
}
