// Which rooms have their interactions in memory: put there by the tap when a room opens, found by room or by address.
import type { LiveRoom } from '../../rooms/server/door.ts';
import type { RoomInteractions } from './room-interactions.ts';

const byRoom = new WeakMap<LiveRoom, RoomInteractions>();
const open = new Map<string, RoomInteractions>();
const keyOf = (workspaceId: string, roomId: string) => `${workspaceId} ${roomId}`;

export function rememberRoom(one: RoomInteractions): void {
  byRoom.set(one.room, one);
  open.set(keyOf(one.room.workspaceId, one.room.roomId), one);
}

export function forgetRoom(one: RoomInteractions): void {
  byRoom.delete(one.room);
  const key = keyOf(one.room.workspaceId, one.room.roomId);
  if (open.get(key) === one) open.delete(key);
}

/** The interactions of a running room; null before its tap was opened or after its show. */
export function interactionsOf(room: LiveRoom): RoomInteractions | null {
  return byRoom.get(room) ?? null;
}

export function interactionsIn(workspaceId: string, roomId: string): RoomInteractions | null {
  return open.get(keyOf(workspaceId, roomId)) ?? null;
}

/** By the room's public name. */
export function interactionsAt(slug: string): RoomInteractions | null {
  for (const one of open.values()) if (one.room.slug === slug) return one;
  return null;
}
