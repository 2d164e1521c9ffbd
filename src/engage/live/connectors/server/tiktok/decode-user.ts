// Reads the viewer a TikTok message is about: id, name, and what the badges say.
import type { LiveUser } from '../../../stream/core/live-event.contract.ts';
import { filled, looseText } from '../kit/loose-fields.ts';
import { idOf, inner, inners, numberOf, textOf, type WireMessage } from './wire.ts';

/** Scenes of badges as the web client names them (1 moderator, 4 and 7 subscriber, 8 gifter's level, 10 fan club). */
const SCENE = { moderator: 1, subscriber: 4, grade: 8, newSubscriber: 7, fans: 10 } as const;

/** User message: 1 id, 3 nickname, 22 {3 follows}, 38 handle, 64 badges {3 scene, 23 {4 text}}. */
export function decodeUser(user: WireMessage): LiveUser | undefined {
  const uid = idOf(user, 1);
  const name = looseText(textOf(user, 3) ?? textOf(user, 38), 100);
  if (!uid && !name) return undefined;
  const badges = inners(user, 64, 50);
  const scenes = new Set(badges.map((badge) => numberOf(badge, 3)));
  const grade = badges.find((badge) => numberOf(badge, 3) === SCENE.grade);
  const level = grade ? Number(textOf(inner(grade, 23), 4)) : undefined;
  return filled({
    uid,
    name,
    role: roleOf(scenes),
    level: level !== undefined && Number.isSafeInteger(level) && level > 0 && level <= 1000 ? level : undefined,
    follower: (numberOf(inner(user, 22), 3) ?? 0) > 0 ? true : undefined,
  });
}

function roleOf(scenes: ReadonlySet<number | undefined>): LiveUser['role'] {
  if (scenes.has(SCENE.moderator)) return 'mod';
  if (scenes.has(SCENE.subscriber) || scenes.has(SCENE.newSubscriber)) return 'member';
  return scenes.has(SCENE.fans) ? 'fan' : undefined;
}
