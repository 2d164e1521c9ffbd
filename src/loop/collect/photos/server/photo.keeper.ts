// Hands out and takes away the pictures of one customer.
import sql from 'sql-template-tag';
import type { PersonKeeper } from '../../../../ground/people/core/keeper.contract.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import { dropPhotos, photosOf } from './photo.store.ts';

async function voicesOf(tx: Tx, personId: string): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(sql`
    SELECT id FROM feedback_facts WHERE workspace_id = ${tx.workspaceId} AND person_id = ${personId}`);
  return rows.map((row) => row.id);
}

export const photoKeeper: PersonKeeper<Tx> = {
  name: 'photos',
  async export(tx, personId) {
    const photos = await photosOf(tx, await voicesOf(tx, personId));
    return photos.length === 0 ? [] : [{ section: 'photos', rows: photos.map((photo) => ({ ...photo })) }];
  },
  async erase(tx, personId) {
    return { fileIds: await dropPhotos(tx, await voicesOf(tx, personId)) };
  },
};
