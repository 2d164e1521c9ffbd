// What questionnaires are handed when the product is put together.
import type { Env } from '../../../../ground/env.ts';
import { systemActor } from '../../../../ground/members/core/actor.contract.ts';
import type { Database, Tx } from '../../../../platform/database/database.ts';
import type { Gate } from '../../intake/server/door.ts';

export interface FormDesk {
  database: Database;
  gate: Gate;
  /** True when no mail server is set: letters are kept and shown in the console. */
  keepMail: boolean;
  /** Address at which customers reach the product, without a slash at the end. */
  publicUrl(): string;
  /** Known people who reported a case: cases lie in a later room, so whoever puts the product together hands this in. */
  peopleOfCase(tx: Tx, caseId: string): Promise<string[]>;
}

/** The environment of a reaction, a job or a customer's step that already stands in its transaction. */
export function formEnv(tx: Tx, now: Date, name = 'questionnaire'): Env {
  return {
    workspace: tx.workspaceId as Env['workspace'],
    actor: systemActor(name),
    now,
    db: { workspaceId: tx.workspaceId, read: (fn) => fn(tx), write: (fn) => fn(tx) },
  };
}
