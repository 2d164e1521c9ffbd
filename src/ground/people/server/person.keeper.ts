// Hands out and erases the customer himself: his name and what he is recognised by.
import sql from 'sql-template-tag';
import type { Tx } from '../../../platform/database/database.ts';
import type { Sealer } from '../../../platform/secrets/seal.ts';
import type { PersonKeeper } from '../core/keeper.contract.ts';

interface Identity {
  kind: string;
  sealed: string;
}

function identitiesOf(tx: Tx, personId: string): Promise<Identity[]> {
  return tx.rows<Identity>(sql`
    SELECT kind, value_sealed AS sealed FROM identities
    WHERE workspace_id = ${tx.workspaceId} AND person_id = ${personId} ORDER BY created_at, kind`);
}

/** Must run last: everybody else finds his own by this person. */
export function personKeeper(sealer: Sealer): PersonKeeper<Tx> {
  const opened = async (tx: Tx, personId: string) =>
    (await identitiesOf(tx, personId)).map((one) => ({
      kind: one.kind,
      value: sealer.open(tx.workspaceId, one.sealed),
    }));
  return {
    name: 'person',
    async traces(tx, personId) {
      const person = await tx.maybe<{ name: string | null; nickname: string | null }>(
        sql`SELECT name, nickname FROM people WHERE workspace_id = ${tx.workspaceId} AND id = ${personId}`,
      );
      const names = [person?.name, person?.nickname].filter((name) => name != null);
      const all = [...names, ...(await opened(tx, personId)).map((one) => one.value)];
      return { ids: [personId], names: all, words: all };
    },
    async export(tx, personId) {
      const people = await tx.rows<Record<string, unknown>>(sql`
        SELECT id, name, locale, tier, created_at AS "createdAt", last_voice_at AS "lastVoiceAt" FROM people
        WHERE workspace_id = ${tx.workspaceId} AND id = ${personId}`);
      return [
        { section: 'person', rows: people },
        { section: 'identities', rows: await opened(tx, personId) },
      ];
    },
    async erase(tx, personId) {
      await tx.run(sql`DELETE FROM people WHERE workspace_id = ${tx.workspaceId} AND id = ${personId}`);
      return { fileIds: [] };
    },
  };
}
