// The facts of a case that a letter, a page or a list may mention.
import sql from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';
import { countEvents } from '../../../../platform/events/event.reads.ts';
import type { Language } from '../../../../platform/i18n/translate.ts';
import type { CaseStatus, PublicStage } from '../../../act/cases/core/case.contract.ts';
import { caseResolved } from '../../../act/cases/core/case-events.contract.ts';

export interface CaseFacts {
  id: string;
  number: number;
  title: string;
  status: CaseStatus;
  publicStage: PublicStage;
  openedAt: Date;
  productName: string | null;
  /** Set when the case was merged into another one. */
  mergedIntoId: string | null;
}

/** One case, or nothing when this workspace has none by that id. */
export async function readCase(tx: Tx, caseId: string): Promise<CaseFacts | undefined> {
  return tx.maybe<CaseFacts>(sql`
    SELECT c.id, c.number, c.title, c.status, c.public_stage AS "publicStage", c.opened_at AS "openedAt",
      c.merged_into AS "mergedIntoId", p.name AS "productName"
    FROM cases_facts c LEFT JOIN products_facts p ON p.workspace_id = c.workspace_id AND p.id = c.product_id
    WHERE c.workspace_id = ${tx.workspaceId} AND c.id = ${caseId}`);
}

/** The case that answers for this one now: itself, or the one it was merged into. */
export async function readLivingCase(tx: Tx, caseId: string): Promise<CaseFacts | undefined> {
  let found = await readCase(tx, caseId);
  // A merge points one step on; ten steps are more than any desk makes and stop a circle.
  for (let step = 0; found?.mergedIntoId && step < 10; step += 1) found = await readCase(tx, found.mergedIntoId);
  return found;
}

/** How often a case has been resolved, up to and including the event at `uptoSeq`: the number of its latest resolution. */
export function resolutionNumber(tx: Tx, caseId: string, uptoSeq: number | null = null): Promise<number> {
  return countEvents(tx, { subject: caseId, type: caseResolved.type, uptoSeq });
}

export interface ShopFacts {
  name: string;
  locale: Language;
  timeZone: string;
}

/** The shop's own name, language and time zone. */
export async function readShop(tx: Tx): Promise<ShopFacts> {
  return tx.one<ShopFacts>(sql`
    SELECT name, locale, time_zone AS "timeZone" FROM workspaces_facts WHERE workspace_id = ${tx.workspaceId}`);
}
