// Says what one event was, in the words a scrubber shows.
import type { LiveEvent } from '../../stream/core/live-event.contract.ts';
import type { ShownLine } from './show-report.contract.ts';

/** @returns null for events nobody reads one by one (likes, counts, entries) */
export function shownLineOf(event: LiveEvent): ShownLine | null {
  const line = (text: string, amount: ShownLine['amount'] = null): ShownLine => ({
    seq: event.seq,
    at: event.ts,
    type: event.type,
    name: event.user?.name ?? null,
    role: event.user?.role ?? null,
    text,
    amount,
  });
  switch (event.type) {
    case 'comment':
    case 'question':
    case 'review':
    case 'message':
    case 'host.answer':
    case 'host.note':
    case 'transcript':
    case 'platform.warning':
      return line(event.text);
    case 'superchat':
      return line(event.text, event.amount);
    case 'gift':
      return line(`${event.name} ×${event.count}`, event.value ?? null);
    case 'product.pin':
      return line(event.title ?? event.productId ?? '');
    case 'order.created':
    case 'order.paid':
    case 'order.cancelled':
    case 'order.refunded':
      return line(
        event.lines
          .map((one) => one.title ?? '')
          .filter(Boolean)
          .join(', '),
        event.amount,
      );
    case 'room.start':
    case 'room.end':
      return line(event.title ?? '');
    case 'room.gap':
      return line(event.cause);
    default:
      return null;
  }
}
