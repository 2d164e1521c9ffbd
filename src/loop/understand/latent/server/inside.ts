// The environment of a reaction that already stands in its transaction.
import type { Env } from '../../../../ground/env.ts';
import { systemActor } from '../../../../ground/members/core/actor.contract.ts';
import type { Tx } from '../../../../platform/database/database.ts';

export function envInside(tx: Tx, now: Date, name: string): Env {
  return {
    workspace: tx.workspaceId as Env['workspace'],
    actor: systemActor(name),
    now,
    db: { workspaceId: tx.workspaceId, read: (fn) => fn(tx), write: (fn) => fn(tx) },
  };
}
