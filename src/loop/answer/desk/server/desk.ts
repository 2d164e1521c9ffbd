// What the answering room is handed when the product is put together.
import type { Env } from '../../../../ground/env.ts';
import type { Id } from '../../../../kit/ids.ts';
import type { Refused } from '../../../../kit/result.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import type { Sealer } from '../../../../platform/secrets/seal.ts';
import type { NEXT_STATUSES } from '../../conversations/core/conversation.contract.ts';

/** The doors of act/cases this room goes back by. A refusal changes nothing. */
export interface CaseDoor {
  /** Everybody who reported a case, merged cases included; `personId` null where nobody knows who spoke. */
  reportersOf(tx: Tx, caseId: string): Promise<{ personId: string | null; feedbackIds: string[]; channel: string }[]>;
  noteAgentReply(
    tx: Tx,
    env: Env,
    input: { caseId: string; bot: boolean; nextStatus?: (typeof NEXT_STATUSES)[number] },
  ): Promise<unknown>;
  noteCustomerMessage(tx: Tx, env: Env, input: { caseId: string }): Promise<unknown>;
  reopenCase(tx: Tx, env: Env, input: { caseId: string; reason: string; by: 'person' }): Promise<unknown>;
}

export interface AnswerDesk {
  sealer: Sealer;
  cases: CaseDoor;
  /** True when no mail server is set: letters are kept and shown in the console. */
  keepMail: boolean;
  /** Address at which customers reach the product, without a slash at the end; used where no request says it. */
  publicUrl(): string;
  /** How many days a status link opens after it was last handed out. */
  linkDays: number;
}

/** The environment of a reaction or job step that already stands in its transaction. */
export function envInside(tx: Tx, now: Date, actor: Env['actor']): Env {
  return {
    workspace: tx.workspaceId as Id<'ws'>,
    actor,
    now,
    db: { workspaceId: tx.workspaceId, read: (fn) => fn(tx), write: (fn) => fn(tx) },
  };
}

/** The reason of a door's refusal, if its answer is one. */
export function refusedBy(answer: unknown): string | undefined {
  const refused = answer as Partial<Refused> | undefined | null;
  return refused?.ok === false ? refused.reason : undefined;
}
