// Reads when call-backs are planned by themselves; a shop that changed nothing has the rules it was delivered with.
import sql from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';
import { type CallbackRules, callbackRules } from '../core/callback-routes.contract.ts';

export const DEFAULT_RULES: CallbackRules = {
  reasons: {
    urgent: { on: true, scriptId: null },
    vip: { on: true, scriptId: null },
    low_rating: { on: false, scriptId: null },
    disputed: { on: true, scriptId: null },
  },
  dueWorkingHours: 16,
  maxAttempts: 3,
  spacingHours: 4,
};

export async function readCallbackRules(tx: Tx): Promise<CallbackRules> {
  const row = await tx.maybe<{ rules: unknown }>(
    sql`SELECT rules FROM callback_settings WHERE workspace_id = ${tx.workspaceId}`,
  );
  const parsed = callbackRules.safeParse(row?.rules);
  return parsed.success ? parsed.data : DEFAULT_RULES;
}
