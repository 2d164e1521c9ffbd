// Binds the routes of the demo shop. Who holds the first owner's unspent link may look around before he has a shop of his own.
import type { FastifyRequest } from 'fastify';
import { ensureWorkspace, ownerLink } from '../../ground/members/server/first-run.ts';
import { readInvitationView, readSessionView } from '../../ground/members/server/session.reads.ts';
import { type GroundCaller, onPublic } from '../../ground/serve.ts';
import { ok, refuse } from '../../kit/result.ts';
import type { Tools } from '../product.ts';
import { type DemoView, enterDemoRoute, makeDemoRoute, readDemoRoute, removeDemoRoute } from './demo.contract.ts';
import { type DemoKeeper, HOME_SLUG, standingOf } from './demo-keeper.ts';
import { enterDemo, goHome, openDoor, type Visitor } from './enter-demo.ts';

interface Asking {
  caller: GroundCaller | null;
  token?: string | undefined;
}

/** @param keeper of the running product */
export function demoRoutes(tools: Tools, keeper: DemoKeeper) {
  const { database, now } = tools;

  async function mayVisit({ caller, token }: Asking): Promise<boolean> {
    // A person, never a key: making a demo holds up the work of every shop in the house.
    if (caller?.actor.kind === 'member' && caller.permits('workspace.edit')) return true;
    if (!token) return false;
    const link = await readInvitationView(database, token, now());
    return link.ok && link.value.kind === 'first_owner';
  }

  async function view(asking: Asking): Promise<DemoView> {
    const demo = await keeper.read();
    const state = keeper.making
      ? 'making'
      : demo?.finishedAt
        ? 'ready'
        : keeper.trouble
          ? 'failed'
          : demo
            ? 'making'
            : 'none';
    const inside = demo !== undefined && asking.caller?.workspaceId === demo.workspaceId;
    return { state, ...standingOf(demo), inside, allowed: await mayVisit(asking) };
  }

  async function visitorOf(caller: GroundCaller | null): Promise<Visitor | null> {
    if (caller?.actor.kind !== 'member') return null;
    const { member } = await readSessionView(caller.db, caller.actor, 'kept');
    return member.email ? { email: member.email, name: member.name, locale: member.locale } : null;
  }

  return [
    onPublic(readDemoRoute, async ({ caller, query }) => ok(await view({ caller, token: query.token }))),
    onPublic(makeDemoRoute, async ({ caller, body }) => {
      const asking = { caller, token: body.token };
      if (!(await mayVisit(asking))) return refuse('forbidden');
      // Answered at once; whoever asked looks how far it has come.
      void keeper.make(body.seed === undefined ? {} : { seed: body.seed }).catch(() => {});
      return ok(await view(asking));
    }),
    onPublic(enterDemoRoute, async ({ caller, body, request, reply, origin }) => {
      if (!(await mayVisit({ caller, token: body.token }))) return refuse('forbidden');
      const demo = await keeper.read();
      if (!demo?.finishedAt || keeper.making) return refuse('demo_not_ready');
      if (caller?.workspaceId !== demo.workspaceId) {
        const token = await enterDemo(tools, demo.workspaceId, await visitorOf(caller));
        openDoor(request, reply, { origin, token, isMember: caller?.viaCookie === true });
      }
      return ok({ entered: true as const });
    }),
    onPublic(removeDemoRoute, async ({ caller, query, request, reply, origin }) => {
      if (!(await mayVisit({ caller, token: query.token }))) return refuse('forbidden');
      if (keeper.making) return refuse('demo_in_the_making');
      const demo = await keeper.read();
      const inside = demo !== undefined && caller?.workspaceId === demo.workspaceId;
      await keeper.remove();
      return ok({ next: inside ? await wayHome(request, goHome(request, reply, origin)) : '/' });
    }),
  ];

  /** To his own shop; or, where there is none yet, to the page on which it begins. */
  async function wayHome(_request: FastifyRequest, hasSession: boolean): Promise<string> {
    if (hasSession) return '/';
    const home = await ensureWorkspace(database, HOME_SLUG, now(), true);
    const token = await ownerLink(database, home!, now());
    return token ? `/setup/${token}` : '/';
  }
}
