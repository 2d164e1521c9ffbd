// Opens the live rooms: their heart, connectors, interactions, draws, screens for staff and viewers, and what is kept of a show.
import {
  createLiveHub,
  inlineAnalysis,
  type LiveHub,
  loadMaker,
  threadedAnalysis,
} from '../engage/live/rooms/server/door.ts';
import { liveRoomRoutes } from '../engage/live/rooms/server/room.routes.ts';
import type { Gate } from '../loop/collect/intake/server/door.ts';
import type { Tools } from './product.ts';
import type { RoomParts } from './room-parts.ts';

/** Parts of the live rooms, and their heart for tests and the command line. */
export function openLiveRoom(tools: Tools, _gate: Gate): RoomParts & { hub: LiveHub } {
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
  return {
    hub,
    // One line a feature: each adds what it has, in the order of its folder's name.
    routes: [...liveRoomRoutes(hub)],
    reactions: [],
    jobs: [],
    recurring: [],
    start: () => hub.start(),
    close: () => hub.close(),
  };
}
