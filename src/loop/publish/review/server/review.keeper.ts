// What packs keep of a customer: his masked words and titles made of them. Both are taken out when he is erased.
import sql from 'sql-template-tag';
import { NO_TRACES, type PersonKeeper } from '../../../../ground/people/core/keeper.contract.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import { ERASED, type QuoteFinder, quoteFinder, withoutQuotes } from '../../../../text/quoting.ts';
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
  async erase(tx, personId, _now, traces = NO_TRACES) {
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
    if (traces.words.length > 0) await dropQuotes(tx, quoteFinder(traces.words));
    return { fileIds: [] };
  },
};

/** What members wrote down in meetings, and cases he shares with others, may repeat him without naming him. */
async function dropQuotes(tx: Tx, quotes: QuoteFinder): Promise<void> {
  const packs = await tx.rows<{ id: string; words: { facts: PackFacts; notes: string } }>(sql`
    SELECT id, jsonb_build_object('facts', facts, 'notes', notes) AS words FROM review_packs WHERE workspace_id = ${tx.workspaceId}`);
  for (const pack of packs) {
    const words = withoutQuotes(pack.words, quotes);
    if (words === pack.words) continue;
    await tx.run(sql`
      UPDATE review_packs SET facts = ${JSON.stringify(words.facts)}::jsonb, notes = ${words.notes}
      WHERE workspace_id = ${tx.workspaceId} AND id = ${pack.id}`);
  }
  const decisions = await tx.rows<{ id: string; text: string; note: string | null }>(sql`
    SELECT id, text, note FROM review_decisions WHERE workspace_id = ${tx.workspaceId}`);
  for (const { id, text, note } of decisions) {
    const quoting = { text: quotes(text), note: note !== null && quotes(note) };
    if (!quoting.text && !quoting.note) continue;
    await tx.run(sql`
      UPDATE review_decisions SET text = ${quoting.text ? ERASED : text}, note = ${quoting.note ? ERASED : note}
      WHERE workspace_id = ${tx.workspaceId} AND id = ${id}`);
  }
}
