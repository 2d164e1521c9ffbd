// Binds a route's description to the code that answers it, with the caller already turned into a verb's environment.
import type { Result } from '../kit/result.ts';
import type { AnswerOf, RouteSpec } from '../kit/route.ts';
import type { WorkspaceDb } from '../platform/database/database.ts';
import type { HttpCaller } from '../platform/http/http-caller.ts';
import type { Call, MountedRoute, sent } from '../platform/http/mounted-route.ts';
import type { Env } from './env.ts';
import { type Actor, may } from './members/core/actor.contract.ts';
import type { Permission } from './members/core/permission.contract.ts';

/** A caller who is somebody: a member by session or an API key. */
export interface GroundCaller extends HttpCaller {
  actor: Actor;
  workspaceId: string;
}

type Answer<R extends RouteSpec> = Promise<Result<AnswerOf<R>, string> | typeof sent>;

/** Mounts a route that needs a caller; the handler gets `env`, ready for a verb. */
export function on<const R extends RouteSpec>(
  spec: R,
  handle: (call: Call<R, GroundCaller> & { env: Env }) => Answer<R>,
): MountedRoute<GroundCaller | null> {
  return {
    spec,
    handle: async (call) => {
      const caller = call.caller as GroundCaller;
      const env: Env = {
        workspace: caller.workspaceId as Env['workspace'],
        actor: caller.actor,
        now: call.now,
        db: caller.db,
      };
      return handle({ ...call, caller, env } as never);
    },
  };
}

/** Mounts a route anyone may call; the handler finds out for itself what it may do. */
export function onPublic<const R extends RouteSpec & { access: 'public' }>(
  spec: R,
  handle: (call: Call<R, GroundCaller | null>) => Answer<R>,
): MountedRoute<GroundCaller | null> {
  return { spec, handle: handle as never };
}

/** The HTTP face of an actor. */
export function callerOf(input: {
  name: string;
  viaCookie: boolean;
  db: WorkspaceDb;
  actor: Actor;
  locale: string | null;
}): GroundCaller {
  return {
    ...input,
    workspaceId: input.db.workspaceId,
    permits: (access) => may(input.actor, access as Permission),
    withDb: (db) => callerOf({ ...input, db }),
  };
}
