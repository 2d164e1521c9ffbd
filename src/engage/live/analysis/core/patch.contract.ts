// Applies what changed to what is known; used by every screen, so that all of them hold the same state as the analysis.
import type { RoomPatch, RoomState } from './analysis.contract.ts';

/**
 * The state after a patch; parts that did not change keep their identity. Lists are in the order of their keys, which is the
 * order of creation, so that nothing jumps.
 * @throws never: a patch that starts from another version is applied all the same; callers ask for a whole state when
 * `patch.from !== state.version`.
 */
export function applyPatch(state: RoomState, patch: RoomPatch): RoomState {
  const next: RoomState = { ...state, version: patch.to, now: patch.now };
  if (patch.endedAt !== undefined) next.endedAt = patch.endedAt;
  if (patch.onAir !== undefined) next.onAir = patch.onAir;
  if (patch.lines) next.lines = merged(state.lines, patch.lines, (line) => line.lineId);
  if (patch.groups) next.groups = merged(state.groups, patch.groups, (group) => group.groupId);
  if (patch.alerts) next.alerts = merged(state.alerts, patch.alerts, (alert) => alert.alertId);
  if (patch.pulses) next.pulses = patch.pulses;
  if (patch.words) next.words = patch.words;
  if (patch.buckets) {
    const { put, dropBefore } = patch.buckets;
    const drop: number[] = [];
    for (const bucket of state.buckets) if (bucket.at < dropBefore) drop.push(bucket.at);
    next.buckets = merged(state.buckets, { put, drop }, (bucket) => bucket.at);
  }
  if (patch.figures) next.figures = patch.figures;
  if (patch.health) next.health = patch.health;
  return next;
}

function merged<T, K extends string | number>(
  known: readonly T[],
  change: { put: readonly T[]; drop: readonly K[] },
  keyOf: (item: T) => K,
): T[] {
  const put = new Map<K, T>();
  for (const item of change.put) put.set(keyOf(item), item);
  const drop = new Set(change.drop);
  const next: T[] = [];
  for (const item of known) {
    const key = keyOf(item);
    const newer = put.get(key);
    if (newer !== undefined) {
      next.push(newer);
      put.delete(key);
    } else if (!drop.has(key)) next.push(item);
  }
  if (put.size === 0) return next;
  next.push(...put.values());
  return next.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : 0));
}
