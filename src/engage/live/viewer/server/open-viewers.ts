// Puts the viewers' side together for the composition of the live rooms: the tap, the routes, who hears whom.
import type { GroundCaller } from '../../../../ground/serve.ts';
import type { Database } from '../../../../platform/database/database.ts';
import type { MountedRoute } from '../../../../platform/http/mounted-route.ts';
import type { Sealer } from '../../../../platform/secrets/seal.ts';
import type { LiveHub, LiveRoom, RoomTap } from '../../rooms/server/door.ts';
import { createFanOut, type FanOut } from './fan-out.ts';
import { createViewerEar } from './hear-viewer.ts';
import { manageMountedRoutes } from './manage.routes.ts';
import type { RoomPlay } from './play.types.ts';
import { createRoomFinder } from './public-room.reads.ts';
import { viewerMountedRoutes } from './viewer.routes.ts';
import { viewerToken } from './viewer-token.ts';

export interface ViewersDeps {
  database: Database;
  sealer: Sealer;
  hub: Pick<LiveHub, 'room' | 'roomBySlug'>;
  now: () => Date;
  /** The interactions of a room; null where there are none. */
  play: (room: LiveRoom) => RoomPlay | null;
}

export interface Viewers {
  /** Give it to `hub.tap` before the hub starts. */
  tap: RoomTap;
  fanOut: FanOut;
  routes: MountedRoute<GroundCaller | null>[];
}

export function openViewers(deps: ViewersDeps): Viewers {
  const { database, sealer } = deps;
  const now = () => deps.now().getTime();
  const ear = createViewerEar({ now, tokenOf: (viewer) => viewerToken(sealer, viewer) });
  const fanOut = createFanOut({
    hub: deps.hub,
    now,
    play: deps.play,
    hear(show, seat, text) {
      if (!seat.viewer) return;
      let json: unknown;
      try {
        json = JSON.parse(text);
      } catch {
        return show.audience.tell(seat, JSON.stringify({ a: '', no: 'bad_message' }));
      }
      void ear
        .hear(show, seat.viewer, json, seat.network)
        .then((whisper) => show.audience.tell(seat, JSON.stringify(whisper)));
    },
  });
  const finder = createRoomFinder(database, now);
  return {
    tap: fanOut.tap,
    fanOut,
    routes: [
      ...viewerMountedRoutes({ database, sealer, fanOut, finder, ear }),
      ...manageMountedRoutes({ sealer, fanOut, finder }),
    ],
  };
}
