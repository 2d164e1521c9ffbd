// What packs keep of a customer: his masked words and titles made of them. Both are taken out when he is erased.
import sql from 'sql-template-tag';
import type { PersonKeeper } from '../../../../ground/people/core/keeper.contract.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import type { PackFacts } from '../core/review.contract.ts';

interface KeptPack {
  id: string;
  weekFrom: string;
  facts: PackFacts;
}

/** Packs that name the person; their facts are text to the search, so that one look finds every place. */
function packsNaming(tx: Tx, personId: string): Promise<KeptPack[]> {
  return tx.rows<KeptPack>(sql`
    SELECT id, week_from AS "weekFrom", facts FROM review_packs
    WHERE workspace_id = ${tx.workspaceId} AND position(${personId} IN facts::text) > 0 ORDER BY id`);
}

export const reviewKeeper: PersonKeeper<Tx> = {
  name: 'review',
  async export(tx, personId) {
    const packs = await packsNaming(tx, personId);
    const rows = packs.flatMap((pack) =>
      pack.facts.quotes
        .filter((quote) => quote.personId === personId)
        .map((quote) => ({ week: pack.weekFrom, text: quote.text, saidAt: quote.at, channel: quote.channel })),
    );
    return rows.length > 0 ? [{ section: 'review', rows }] : [];
  },
  async erase(tx, personId) {
    for (const { id, facts } of await packsNaming(tx, personId)) {
      const isOther = (one: { personId: string | null }) => one.personId !== personId;
      const left: PackFacts = {
        ...facts,
        quotes: facts.quotes.filter(isOther),
        urgentCases: facts.urgentCases.filter(isOther),
        disputedCases: facts.disputedCases.filter(isOther),
        late: facts.late.filter(isOther),
      };
      await tx.run(sql`
        UPDATE review_packs SET facts = ${JSON.stringify(left)}::jsonb WHERE workspace_id = ${tx.workspaceId} AND id = ${id}`);
    }
    return { fileIds: [] };
  },
};
