// Reads a report for the answer of a verb, with the address at which everybody finds it.
import { shopOf } from '../../../../ground/members/server/door.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import type { ReportView } from '../core/report.contract.ts';
import { readReport } from './report.reads.ts';

/** @param version the one to open; the draft, else the latest, when left out */
export async function viewOf(tx: Tx, reportId: string, version?: number): Promise<ReportView | undefined> {
  const shop = await shopOf(tx, tx.workspaceId);
  return readReport(tx, reportId, shop?.slug ?? '', version);
}
