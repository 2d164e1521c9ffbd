// Opens insight, review packs, reports, the roadmap, the evidence log, webhooks and the portal.

import type { Tools } from './product.ts';
import type { RoomParts } from './room-parts.ts';

export function openPublishRoom(_tools: Tools): RoomParts {
  return { routes: [], reactions: [], jobs: [], recurring: [] };
}
