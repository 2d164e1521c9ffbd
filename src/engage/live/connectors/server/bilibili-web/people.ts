// Who stands behind a Bilibili command: without a login the platform masks names and gives 0 for the id.
import type { LiveRole, LiveUser } from '../../../stream/core/live-event.contract.ts';
import { filled, type Loose, looseCount, looseId, looseObject, looseText } from '../kit/loose-fields.ts';

export interface PersonParts {
  uid: unknown;
  name: unknown;
  isMod?: boolean;
  /** 0 none, 1 总督, 2 提督, 3 舰长. */
  guard?: unknown;
  /** Wears this room's medal. */
  isFan?: boolean;
  level?: unknown;
}

export function personOf(parts: PersonParts): LiveUser {
  const role: LiveRole = parts.isMod ? 'mod' : looseCount(parts.guard) ? 'member' : parts.isFan ? 'fan' : 'viewer';
  return filled({
    uid: looseId(parts.uid),
    name: looseText(parts.name, 100),
    role,
    level: looseCount(parts.level, 1000),
  });
}

/** `uid`, `uname` and medal as most commands carry them. */
export function personOfData(data: Loose, hostUid?: string): LiveUser {
  const medal = looseObject(data.medal_info ?? data.fans_medal);
  const isFan = hostUid !== undefined && looseId(medal.target_id) === hostUid && looseCount(medal.medal_level) !== 0;
  return personOf({
    uid: data.uid,
    name: data.uname ?? data.username,
    guard: data.guard_level ?? data.privilege_type,
    isFan,
  });
}

export const GUARD_NAMES: Readonly<Record<number, string>> = { 1: '总督', 2: '提督', 3: '舰长' };
