// Whether what a problem names is there: members, themes, products, cases, feedback. What the workspace does not have is refused by name.
import sql from 'sql-template-tag';
import { type Refused, refuse } from '../../../../kit/result.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import { taxonomyOf } from '../../../understand/themes/server/door.ts';

export type UnknownNamed = 'unknown_member' | 'unknown_theme' | 'unknown_product' | 'unknown_case' | 'unknown_feedback';

export interface Named {
  memberIds?: readonly (string | null | undefined)[] | undefined;
  themes?: readonly string[] | undefined;
  productIds?: readonly string[] | undefined;
  caseIds?: readonly string[] | undefined;
  feedbackIds?: readonly string[] | undefined;
}

/** @returns the first refusal, or null when everything is there */
export async function refuseUnknown(tx: Tx, named: Named): Promise<Refused<UnknownNamed> | null> {
  const members = distinct(named.memberIds);
  if (members.length > 0) {
    const found = await tx.rows(sql`
      SELECT FROM members_facts WHERE workspace_id = ${tx.workspaceId} AND state <> 'disabled' AND id = ANY(${members}::text[])`);
    if (found.length !== members.length) return refuse('unknown_member');
  }
  const themes = distinct(named.themes);
  if (themes.length > 0) {
    const known = new Set((await taxonomyOf(tx)).map((theme) => theme.key));
    if (!themes.every((key) => known.has(key))) return refuse('unknown_theme');
  }
  const products = distinct(named.productIds);
  if (products.length > 0) {
    const found = await tx.rows(sql`
      SELECT FROM products_facts WHERE workspace_id = ${tx.workspaceId} AND id = ANY(${products}::text[])`);
    if (found.length !== products.length) return refuse('unknown_product');
  }
  const cases = distinct(named.caseIds);
  if (cases.length > 0) {
    const found = await tx.rows(sql`
      SELECT FROM cases_facts WHERE workspace_id = ${tx.workspaceId} AND id = ANY(${cases}::text[]) AND merged_into IS NULL`);
    if (found.length !== cases.length) return refuse('unknown_case');
  }
  const voices = distinct(named.feedbackIds);
  if (voices.length > 0) {
    const found = await tx.rows(sql`
      SELECT FROM feedback_facts WHERE workspace_id = ${tx.workspaceId} AND id = ANY(${voices}::text[]) AND state = 'accepted'`);
    if (found.length !== voices.length) return refuse('unknown_feedback');
  }
  return null;
}

function distinct(values: readonly (string | null | undefined)[] | undefined): string[] {
  return [...new Set((values ?? []).filter((one): one is string => typeof one === 'string'))];
}
