// Changes the title, the theme and the workspace's own fields of a case.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import type { Tx } from '../../../../../platform/database/database.ts';
import { isOpen } from '../../core/case.status.ts';
import { caseFieldsChanged } from '../../core/case-events.contract.ts';
import { lockCase, openTwin, saveCase } from '../case.store.ts';
import { noteNewFacts } from '../case-clocks.ts';

const MOST_FIELDS = 50;

export interface DetailsInput {
  caseId: string;
  title?: string | undefined;
  theme?: string | null | undefined;
  /** A field set to null is removed. */
  fields?: Record<string, string | number | boolean | null> | undefined;
}

type Refusal = 'forbidden' | 'not_found' | 'case_merged' | 'case_closed' | 'open_case_exists' | 'too_many_fields';

export async function changeDetails(tx: Tx, env: Env, input: DetailsInput): Promise<Result<{ id: string }, Refusal>> {
  // permit
  if (!may(env.actor, 'case.work')) return refuse('forbidden');
  // load
  const row = await lockCase(tx, input.caseId);
  const theme = input.theme === undefined ? (row?.theme ?? null) : input.theme;
  const moves = row !== undefined && theme !== row.theme;
  const twin = moves && isOpen(row.status) ? await openTwin(tx, row, theme) : undefined;
  // decide
  if (!row) return refuse('not_found');
  if (row.merged_into) return refuse('case_merged');
  if (row.status === 'closed') return refuse('case_closed');
  if (twin) return refuse('open_case_exists', [{ path: 'theme', code: 'open_case_exists', message: twin.id }]);
  const merged = Object.entries({ ...row.fields, ...input.fields }).filter(([, value]) => value !== null);
  if (merged.length > MOST_FIELDS) return refuse('too_many_fields');
  // save
  await saveCase(tx, row.id, { title: input.title ?? row.title, theme, fields: Object.fromEntries(merged) });
  if (moves) await noteNewFacts(tx, env, [{ ...row, theme }]);
  // tell
  const names = [
    ...(input.title === undefined ? [] : ['title']),
    ...(moves ? ['theme'] : []),
    ...Object.keys(input.fields ?? {}).map((name) => `fields.${name}`),
  ];
  await tell(tx, env, caseFieldsChanged, { subject: row.id, data: { names } });
  return ok({ id: row.id });
}
