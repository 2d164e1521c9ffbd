// Sees to it that what a reporter said reaches an open case, when his own cannot be opened again.
import type { Env } from '../../../../ground/env.ts';
import type { Result } from '../../../../kit/result.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import { noteCustomerMessage } from '../../../act/cases/server/door.ts';

/**
 * @param answer what the case said to his words; a yes needs nothing more
 * Where another case of the same person and theme is open, that one is told. The words are kept whatever the cases make of them.
 */
export async function carryOn(tx: Tx, env: Env, caseId: string, answer: Result<unknown, string>): Promise<void> {
  if (answer.ok || answer.reason !== 'open_case_exists') return;
  const twin = answer.details?.find((detail) => detail.code === 'open_case_exists')?.message;
  if (twin?.startsWith('case_') && twin !== caseId) await noteCustomerMessage(tx, env, { caseId: twin });
}
