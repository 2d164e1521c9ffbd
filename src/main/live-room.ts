// Opens the live rooms: their heart, connectors, interactions, draws, screens for staff and viewers, and what is kept of a show.

import { deskRoutes } from '../engage/live/desk/server/desk.routes.ts';
import { caseOpener, Desk } from '../engage/live/desk/server/door.ts';
import {
  createAskBeacon,
  type DrawDeps,
  drawJobs,
  drawMemberRoutes,
  drawPublicRoutes,
} from '../engage/live/draws/server/door.ts';
import {
  createDrawLine,
  interactionJobs,
  interactionMemberRoutes,
  interactionPublicRoutes,
  interactionReactions,
  interactionsOf,
  interactionsTap,
} from '../engage/live/interactions/server/door.ts';
import { createKeptShows, forgetReport } from '../engage/live/report/server/door.ts';
import { reportJobs, reportReactions } from '../engage/live/report/server/report.jobs.ts';
import { liveReportRoutes } from '../engage/live/report/server/report.routes.ts';
import {
  createAlertDesk,
  createLiveHub,
  createPushDesk,
  createSourceRunner,
  inlineAnalysis,
  type LiveHub,
  liveJobs,
  liveSweeps,
  loadMaker,
  threadedAnalysis,
} from '../engage/live/rooms/server/door.ts';
import { liveRoomRoutes } from '../engage/live/rooms/server/room.routes.ts';
import { liveSourceRoutes } from '../engage/live/rooms/server/source.routes.ts';
import { Simulations } from '../engage/live/simulator/server/door.ts';
import { simulationRoutes } from '../engage/live/simulator/server/simulation.routes.ts';
import { openViewers, viewerOf } from '../engage/live/viewer/server/door.ts';
import type { Gate } from '../loop/collect/intake/server/door.ts';
import { portalName, portalNav } from '../loop/publish/portal/server/door.ts';
import type { WorkspaceDb } from '../platform/database/database.ts';
import { drawCheckPage } from './draw-check/draw-check-page.ts';
import type { Tools } from './product.ts';
import type { RoomParts } from './room-parts.ts';

/** Parts of the live rooms, and their heart for tests and the command line. */
export function openLiveRoom(tools: Tools, gate: Gate): RoomParts & { hub: LiveHub; simulations: Simulations } {
  const { config, database, files, log, now, sealer } = tools;
  const hub = createLiveHub({
    database,
    sealer,
    files,
    log,
    now,
    dataDir: config.dataDir,
    analysis:
      config.liveThreads > 0 ? threadedAnalysis({ threads: config.liveThreads, log }) : inlineAnalysis(loadMaker),
  });
  const runner = createSourceRunner({ database, sealer, log, now, privateHosts: config.privateHosts });
  hub.attend(runner.attend);
  hub.attend(createAlertDesk({ gate, journal: hub.journal, log, now }).attend);
  const desk = createPushDesk({ database, sealer, hub, runner });
  const simulations = new Simulations({ hub, now, log });
  hub.tap(simulations.tap());
  hub.attend((room) => simulations.attend(room));
  const clock = () => now().getTime();
  const onFault = (error: unknown) => log.warn({ error }, 'a deed at the desk was not saved');
  const screens = new Desk({ hub, openCase: caseOpener({ gate, hub, now: clock }), now: clock, onFault });
  hub.tap(screens.tap());
  const reports = {
    database,
    gate,
    kept: createKeptShows(files),
    journal: hub.journal,
    loadMaker,
    push: tools.stream.send,
  };
  const playing = {
    database,
    sealer,
    files,
    log,
    now,
    hub,
    askBeacon: config.asksBeacon ? createAskBeacon() : async () => null,
  };
  const draws: DrawDeps = { ...playing, line: createDrawLine(playing) };
  hub.tap(interactionsTap(playing));
  const viewers = openViewers({ database, sealer, hub, now, play: interactionsOf });
  hub.tap(viewers.tap);
  const journals = {
    database,
    files,
    dataDir: config.dataDir,
    log,
    now,
    rewritten: (db: WorkspaceDb, showId: string) => forgetReport(files, db, showId),
  };
  return {
    hub,
    simulations,
    // One line a feature: each adds what it has, in the order of its folder's name.
    routes: [
      ...deskRoutes({ desk: screens, database, identify: tools.identifier }),
      ...drawMemberRoutes(draws),
      ...drawPublicRoutes({
        database,
        files,
        nav: (shop, language) => portalNav(database, shop, language, 'verify'),
        name: (shop, language) => portalName(database, shop, language),
        checkPage: drawCheckPage,
      }),
      ...interactionMemberRoutes(playing),
      ...interactionPublicRoutes({ ...playing, viewerOf: (request) => viewerOf(sealer, request) }),
      ...liveReportRoutes(reports),
      ...liveRoomRoutes(hub),
      ...liveSourceRoutes({ sealer, runner, desk }),
      ...simulationRoutes({ hub, simulations, now }),
      ...viewers.routes,
    ],
    reactions: [...interactionReactions(), ...reportReactions()],
    jobs: [...drawJobs(draws), ...interactionJobs(playing), ...liveJobs(journals), ...reportJobs(reports)],
    recurring: [...liveSweeps(journals)],
    start: () => hub.start(),
    close: async () => {
      screens.close();
      simulations.close();
      await hub.close();
    },
  };
}
