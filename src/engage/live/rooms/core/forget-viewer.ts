// Takes a viewer out of what was written down: that something happened stays and counts, who and in which words does not.
import type { LiveEvent } from '../../stream/core/live-event.contract.ts';

export const FORGOTTEN = '—';

/** The same event when it is not about any of these viewers. */
export function forgetViewer(event: LiveEvent, uids: ReadonlySet<string>): LiveEvent {
  const isHis = event.user?.uid !== undefined && uids.has(event.user.uid);
  const buyer = 'buyerUid' in event ? event.buyerUid : undefined;
  const bought = buyer !== undefined && uids.has(buyer);
  const removed = event.type === 'comment.remove' && event.targetUid !== undefined && uids.has(event.targetUid);
  if (!isHis && !bought && !removed) return event;
  const next: Record<string, unknown> = { ...event };
  if (isHis) {
    const { role } = event.user!;
    next.user = role ? { role } : {};
    if (typeof next.text === 'string') next.text = FORGOTTEN;
    if (typeof next.answer === 'string') next.answer = FORGOTTEN;
    delete next.masked;
  }
  if (bought) delete next.buyerUid;
  if (removed) delete next.targetUid;
  return next as unknown as LiveEvent;
}
