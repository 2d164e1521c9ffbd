// Turns what an operator does into the event of record that the analysis, the viewers and the report read.

import type { ShelfProduct } from '../../rooms/core/room.contract.ts';
import type { DecodedEvent, LiveUser } from '../../stream/core/live-event.contract.ts';
import type { OperatorDeed } from './desk.contract.ts';

/** The deed, who did it, when, and the id that makes a repetition harmless. */
export interface DoneDeed {
  id: string;
  deed: OperatorDeed;
  by: LiveUser;
  now: number;
  shelf: readonly ShelfProduct[];
  /** What is on air, for a countdown. */
  onAir: string | null;
  /** Groups and alarms there are: those of the state, and the questions handed to the host. */
  groups: ReadonlySet<string>;
  alerts: ReadonlySet<string>;
}

/** Why a deed leaves no event: what it is about is not there. */
export type DeedFault = 'unknown_product' | 'not_found' | 'same_group';

/** @returns the event; null for a deed that leaves none (a case is opened elsewhere); a word when it is about nothing that is there */
export function deedEvent(done: DoneDeed): DecodedEvent | null | DeedFault {
  const { deed, by, now } = done;
  const fault = faultOf(done);
  if (fault) return fault;
  const frame = { id: done.id, ts: now, user: by };
  const desk = (data: Record<string, unknown>): DecodedEvent => ({ ...frame, type: 'system', name: 'desk', data });
  switch (deed.do) {
    case 'answer':
      return { ...frame, type: 'host.answer', groupId: deed.groupId, text: deed.text ?? '' };
    case 'queue':
      return desk({ deed: 'queue', groupId: deed.groupId, text: deed.text ?? null });
    case 'dismiss':
    case 'reopen':
      return desk({ deed: deed.do, groupId: deed.groupId });
    case 'merge':
      return desk({ deed: 'merge_groups', groupId: deed.groupId, intoGroupId: deed.into });
    case 'acknowledge':
    case 'close_alert':
      return desk({ deed: deed.do, alertId: deed.alertId });
    case 'hide':
    case 'restore':
      return {
        ...frame,
        type: 'moderation.action',
        targetId: deed.eventId,
        action: deed.do,
        ...(deed.do === 'hide' ? { reasonCode: deed.reason } : {}),
        ...(by.name ? { actor: by.name } : {}),
      };
    case 'note':
      return desk({ deed: 'note', text: deed.text });
    case 'countdown':
      return {
        ...desk({ deed: 'countdown', seconds: deed.seconds }),
        ...(done.onAir ? { productId: done.onAir } : {}),
      };
    case 'pin':
      return pinEvent(done, deed.productId, frame);
    default:
      return null;
  }
}

/** What the room does not know cannot be acknowledged: nothing would come of it. */
function faultOf({ deed, groups, alerts }: DoneDeed): DeedFault | null {
  if ('groupId' in deed && !groups.has(deed.groupId)) return 'not_found';
  if (deed.do === 'merge') {
    if (deed.into === deed.groupId) return 'same_group';
    if (!groups.has(deed.into)) return 'not_found';
  }
  if ((deed.do === 'acknowledge' || deed.do === 'close_alert') && !alerts.has(deed.alertId)) return 'not_found';
  return null;
}

function pinEvent(
  done: DoneDeed,
  productId: string | null,
  frame: { id: string; ts: number; user: LiveUser },
): DecodedEvent | 'unknown_product' {
  if (productId === null)
    return { ...frame, type: 'product.pin', action: 'unpin', ...(done.onAir ? { productId: done.onAir } : {}) };
  const product = done.shelf.find((one) => one.productId === productId);
  if (!product) return 'unknown_product';
  return {
    ...frame,
    type: 'product.pin',
    action: 'pin',
    productId,
    title: product.title,
    index: product.index,
    ...(product.price ? { price: product.price } : {}),
  };
}
