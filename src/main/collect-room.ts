// Opens the further ways in: questionnaires, widget, mailboxes, transcripts, commerce signals.
import type { Gate } from '../loop/collect/intake/server/door.ts';
import { photoMountedRoutes } from '../loop/collect/photos/server/photo.routes.ts';
import { widgetMountedRoutes } from '../loop/collect/widget/server/site.routes.ts';
import type { Tools } from './product.ts';
import type { RoomParts } from './room-parts.ts';

export function openCollectRoom(tools: Tools, gate: Gate): RoomParts {
  const { database, files } = tools;
  return {
    routes: [...photoMountedRoutes(files), ...widgetMountedRoutes({ database, gate, files })],
    reactions: [],
    jobs: [],
    recurring: [],
  };
}
