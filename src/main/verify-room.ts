// Opens problems and their fixes, promises, call-backs, ratings and the gate between resolved and verified.

import type { Tools } from './product.ts';
import type { RoomParts } from './room-parts.ts';

export function openVerifyRoom(_tools: Tools): RoomParts {
  return { routes: [], reactions: [], jobs: [], recurring: [] };
}
