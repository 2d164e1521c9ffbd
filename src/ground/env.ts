// Everything a verb is handed: where, who, when and the way to the rows. There are no globals to reach for instead.

import type { EventDef, EventInput } from '../kit/event.ts';
import type { Id } from '../kit/ids.ts';
import type { Tx, WorkspaceDb } from '../platform/database/database.ts';
import { appendEvents } from '../platform/events/event.store.ts';
import { type Actor, systemActor } from './members/core/actor.contract.ts';

export interface Env {
  workspace: Id<'ws'>;
  actor: Actor;
  now: Date;
  db: WorkspaceDb;
}

/** An environment in which the product itself acts, for reactions, jobs and the command line. */
export function systemEnv(db: WorkspaceDb, now: Date, name: string): Env {
  return { workspace: db.workspaceId as Id<'ws'>, actor: systemActor(name), now, db };
}

/**
 * Saves an event in the caller's transaction: the fifth step of every verb. It feeds reactions, webhooks, the
 * timeline, the audit log and the browser at once.
 * @param subject id of the thing that changed; its timeline shows the event
 */
export async function tell<D>(tx: Tx, env: Env, def: EventDef<D>, event: EventInput<D>): Promise<void> {
  const { kind, id, name } = env.actor;
  await appendEvents(tx, [
    { type: def.type, subject: event.subject, data: event.data, actor: { kind, id, name }, at: env.now },
  ]);
}
