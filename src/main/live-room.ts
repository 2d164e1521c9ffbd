// Opens the live rooms: their heart, connectors, interactions, draws, screens for staff and viewers, and what is kept of a show.
import type { Gate } from '../loop/collect/intake/server/door.ts';
import type { Tools } from './product.ts';
import type { RoomParts } from './room-parts.ts';

export function openLiveRoom(_tools: Tools, _gate: Gate): RoomParts {
  return {
    routes: [],
    reactions: [],
    jobs: [],
    recurring: [],
    async start() {},
    async close() {},
  };
}
