// Opens every feature with what it needs and gathers what it brings: routes, reactions, jobs and sweeps.
import type { LiveHub } from '../engage/live/rooms/server/door.ts';
import type { Simulations } from '../engage/live/simulator/server/door.ts';
import { productRoutes } from '../ground/catalog/server/product.routes.ts';
import { memberSweeps } from '../ground/members/server/member.jobs.ts';
import { memberRoutes } from '../ground/members/server/member.routes.ts';
import { personRoutes } from '../ground/people/server/person.routes.ts';
import { privacyJobs } from '../ground/privacy/server/privacy.jobs.ts';
import { privacyRoutes } from '../ground/privacy/server/privacy.routes.ts';
import type { GroundCaller } from '../ground/serve.ts';
import { teamRoutes } from '../ground/teams/server/team.routes.ts';
import { caseJobs } from '../loop/act/cases/server/case.jobs.ts';
import { caseReactions } from '../loop/act/cases/server/case.reactions.ts';
import { caseRoutes } from '../loop/act/cases/server/case.routes.ts';
import { caseViewRoutes } from '../loop/act/cases/server/view.routes.ts';
import { clockJobs, clockSweeps } from '../loop/act/clocks/server/clock.jobs.ts';
import { clockRoutes } from '../loop/act/clocks/server/clock.routes.ts';
import { routingReactions } from '../loop/act/routing/server/routing.reactions.ts';
import { ruleRoutes } from '../loop/act/routing/server/rule.routes.ts';
import { sourceRoutes } from '../loop/collect/channels/server/source.routes.ts';
import { importJobs } from '../loop/collect/imports/server/import.jobs.ts';
import { importRoutes } from '../loop/collect/imports/server/import.routes.ts';
import { createGate, createGateDesk, type Gate, type GateDesk } from '../loop/collect/intake/server/door.ts';
import { feedbackRoutes } from '../loop/collect/intake/server/feedback.routes.ts';
import { duplicateReactions } from '../loop/understand/duplicates/server/duplicate.reactions.ts';
import { duplicateRoutes } from '../loop/understand/duplicates/server/duplicate.routes.ts';
import { emergingSweeps } from '../loop/understand/emerging/server/emerging.jobs.ts';
import { emergingMountedRoutes } from '../loop/understand/emerging/server/emerging.routes.ts';
import { judgementJobs } from '../loop/understand/judgement/server/judgement.jobs.ts';
import { judgementReactions } from '../loop/understand/judgement/server/judgement.reactions.ts';
import { judgementRoutes } from '../loop/understand/judgement/server/judgement.routes.ts';
import { learningJobs, learningSweeps } from '../loop/understand/learning/server/learning.jobs.ts';
import { learningReactions } from '../loop/understand/learning/server/learning.reactions.ts';
import { learningMountedRoutes } from '../loop/understand/learning/server/learning.routes.ts';
import { createShopEngines } from '../loop/understand/learning/server/shop-engines.ts';
import { overviewRoutes } from '../loop/understand/overview/server/overview.routes.ts';
import { searchRoutes } from '../loop/understand/search/server/search.routes.ts';
import { themeRoutes } from '../loop/understand/themes/server/theme.routes.ts';
import type { Reaction } from '../platform/events/reaction-runner.ts';
import type { MountedRoute } from '../platform/http/mounted-route.ts';
import type { JobKind, Recurring } from '../platform/jobs/job-runner.ts';
import { openAnswerRoom } from './answer-room.ts';
import { openCollectRoom } from './collect-room.ts';
import { allKeepers } from './keepers.ts';
import { openLiveRoom } from './live-room.ts';
import type { Tools } from './product.ts';
import { openPublishRoom } from './publish-room.ts';
import type { RoomParts } from './room-parts.ts';
import { createSchool } from './school.ts';
import { openVerifyRoom } from './verify-room.ts';

export interface Rooms {
  routes: MountedRoute<GroundCaller | null>[];
  reactions: Reaction[];
  jobs: JobKind<never>[];
  recurring: Recurring[];
  gate: Gate;
  desk: GateDesk;
  /** The heart of the live rooms. */
  hub: LiveHub;
  /** Simulated shows that run in this process. */
  simulations: Simulations;
  /** Opens what listens by itself. */
  start(): Promise<void>;
  /** Finishes what was taken but not yet answered. */
  close(): Promise<void>;
}

/** @param replay runs a reaction again for one event */
export function openRooms(tools: Tools, replay: (reaction: string, eventId: string) => Promise<void>): Rooms {
  const { database, sealer, metrics, engine, now, keepMail, identifier } = tools;
  const gate = createGate({ sealer, metrics, engine });
  const school = createSchool();
  const shops = createShopEngines({ base: engine, make: school.make });
  const judging = { engine, shops };
  const desk = createGateDesk(gate, (workspaceId) => database.workspace(workspaceId));
  const answer = openAnswerRoom(tools, gate, replay);
  const live = openLiveRoom(tools, gate);
  const parts: RoomParts[] = [
    openCollectRoom(tools, gate),
    openVerifyRoom(tools, gate),
    openPublishRoom(tools, gate),
    live,
  ];
  const place = { database, files: tools.files, dataDir: tools.config.dataDir };
  const privacy = { sealer, files: tools.files, keepers: allKeepers(sealer, place) };
  const imports = { gate, files: tools.files, push: tools.stream.send };
  return {
    gate,
    desk,
    hub: live.hub,
    simulations: live.simulations,
    routes: [
      ...memberRoutes({ database, sealer, identifier, keepMail, now }),
      ...personRoutes(),
      ...privacyRoutes(privacy),
      ...productRoutes(),
      ...feedbackRoutes({ gate, desk }),
      ...sourceRoutes({ database, gate }),
      ...importRoutes(imports),
      ...judgementRoutes(judging),
      ...learningMountedRoutes(shops),
      ...emergingMountedRoutes(),
      ...duplicateRoutes(),
      ...themeRoutes(),
      ...searchRoutes(),
      ...overviewRoutes(),
      ...teamRoutes(),
      ...caseRoutes(),
      ...caseViewRoutes(),
      ...ruleRoutes(),
      ...clockRoutes(),
      ...answer.routes,
      ...parts.flatMap((part) => part.routes),
    ],
    reactions: [
      ...judgementReactions(judging),
      ...learningReactions(),
      ...duplicateReactions(),
      ...routingReactions(),
      ...caseReactions(),
      ...answer.reactions,
      ...parts.flatMap((part) => part.reactions),
    ],
    jobs: [
      ...privacyJobs(privacy),
      ...importJobs(imports),
      ...judgementJobs({ ...judging, now }),
      ...learningJobs({ engines: shops, study: school.study, now }),
      ...caseJobs(),
      ...clockJobs(),
      ...answer.jobs,
      ...parts.flatMap((part) => part.jobs),
    ],
    recurring: [
      ...memberSweeps(database),
      ...clockSweeps(database),
      ...learningSweeps(database, engine.version),
      ...emergingSweeps(database),
      ...parts.flatMap((part) => part.recurring),
    ],
    async start() {
      for (const part of parts) await part.start?.();
    },
    async close() {
      for (const part of parts) await part.close?.();
      await desk.close();
    },
  };
}
