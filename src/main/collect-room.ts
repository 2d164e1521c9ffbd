// Opens the further ways in: questionnaires, widget, mailboxes, transcripts, commerce signals.
import type { Gate } from '../loop/collect/intake/server/door.ts';
import type { Tools } from './product.ts';
import type { RoomParts } from './room-parts.ts';

export function openCollectRoom(_tools: Tools, _gate: Gate): RoomParts {
  return { routes: [], reactions: [], jobs: [], recurring: [] };
}
