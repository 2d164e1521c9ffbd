// The gate of a room: what comes in is masked, joined to our products, named by keyed hashes and given an id, before it is written down.

import { createHash } from 'node:crypto';
import { keepNewest } from '../../../../../kit/keep-newest.ts';
import type { Sealer } from '../../../../../platform/secrets/seal.ts';
import type { DecodedEvent, LiveEvent } from '../../../stream/core/live-event.contract.ts';
import { maskEvent } from '../../core/mask-event.ts';
import { joinProducts, type ProductFinder } from '../../core/product-join.ts';
import type { Origin } from '../hub.types.ts';

/** An event that waits for its number and its moment: `seq` and `rts` are 0. */
export type Prepared = LiveEvent;

export interface RoomGate {
  prepare(events: readonly DecodedEvent[], origin: Origin): Prepared[];
  uidOf(source: string, platformUid: string): string;
}

const MOST_NAMES = 50_000;
const HASHED = /^(?:n-)?[0-9a-f]{32}$/;

export function createRoomGate(options: {
  sealer: Sealer;
  workspaceId: string;
  roomId: string;
  sessionId: string;
  find: ProductFinder;
}): RoomGate {
  const { sealer, workspaceId, roomId, sessionId } = options;
  const uids = new Map<string, string>();

  function hashed(kind: string, source: string, value: string): string {
    const key = `${kind}${source}\n${value}`;
    const known = uids.get(key);
    if (known !== undefined) return known;
    const uid = sealer.blindIndex(workspaceId, `live ${kind}`, `${source}\n${value}`);
    uids.set(key, uid);
    keepNewest(uids, MOST_NAMES);
    return uid;
  }
  const uidOf = (source: string, platformUid: string) => hashed('uid', source, platformUid);

  function named(event: DecodedEvent, { source, trust }: Origin): DecodedEvent {
    let next = event;
    if (event.user) {
      const { uid, name } = event.user;
      // A vote read from a comment brings the hash of that comment along; only our own room may hand one over.
      const isOurs = trust === 'own' && uid !== undefined && HASHED.test(uid);
      // Where a platform masks ids for everybody, the shown name stands in; `n-` says that it is the weaker one.
      const hash = isOurs ? uid : uid ? uidOf(source, uid) : name ? `n-${hashed('name', source, name)}` : undefined;
      const { uid: _uid, ...user } = event.user;
      next = { ...next, user: hash === undefined ? user : { ...user, uid: hash } };
    }
    if ('buyerUid' in next && next.buyerUid) next = { ...next, buyerUid: uidOf(source, next.buyerUid) };
    if (next.type === 'comment.remove' && next.targetUid) next = { ...next, targetUid: uidOf(source, next.targetUid) };
    return next;
  }

  return {
    uidOf,
    prepare(events, origin) {
      const twins = new Map<string, number>();
      return events.map((given) => {
        const { event, kinds } = maskEvent(joinProducts(named(given, origin), options.find));
        const id = given.id ?? contentId(given, twins);
        const idOf = (platformId: string) =>
          platformId.includes(`:${roomId}:`) ? platformId : `${origin.source}:${roomId}:${platformId}`;
        const line = {
          v: 1,
          ...event,
          id: idOf(id),
          source: origin.source,
          roomId,
          sessionId,
          trust: origin.trust,
          rts: 0,
          seq: 0,
        } as Prepared;
        if ((line.type === 'comment.remove' || line.type === 'moderation.action') && line.targetId)
          line.targetId = idOf(line.targetId);
        if (line.type === 'comment' && line.replyTo) line.replyTo = idOf(line.replyTo);
        if (kinds.length > 0) line.masked = kinds;
        return line;
      });
    },
  };
}

/**
 * For events their platform gives no id: the same words of the same person at the same moment are the same event. Equal ones
 * within one delivery are told apart by their place among themselves, so that a delivery sent again is known as a whole.
 */
function contentId(event: DecodedEvent, twins: Map<string, number>): string {
  const hash = createHash('sha1').update(JSON.stringify(event)).digest('base64url').slice(0, 20);
  const place = twins.get(hash) ?? 0;
  twins.set(hash, place + 1);
  return place === 0 ? `c-${hash}` : `c-${hash}-${place}`;
}
