// Turns a red alarm into what was said: one voice a person, with everything that proves it beside the words.
import type { FeedbackDraft } from '../../../../loop/collect/intake/core/feedback.contract.ts';
import type { LiveAlert } from '../../analysis/core/analysis.contract.ts';
import type { LiveEvent } from '../../stream/core/live-event.contract.ts';
import type { ShelfProduct } from './room.contract.ts';

export interface AlertInput {
  alert: LiveAlert;
  /** Events that carried it, in their order; those that could be found. */
  events: readonly LiveEvent[];
  product: ShelfProduct | null;
  room: { roomId: string; sessionId: string; title: string };
}

export interface AlertVoice {
  draft: FeedbackDraft;
  uid: string | null;
  at: number;
}

/** So many people of an alarm become reporters of its case. */
const MOST_VOICES = 20;
const MOST_IDS = 60;
const MOST_LINES = 12;
const LINE_LENGTH = 120;

const wordsOf = (event: LiveEvent): string =>
  'text' in event && typeof event.text === 'string' ? event.text.trim() : '';

/** @returns one draft for each person, the first of his lines; a line nobody is named for is a voice of its own */
export function alertVoices(input: AlertInput): AlertVoice[] {
  const { alert, product, room } = input;
  const first = new Map<string, LiveEvent>();
  for (const event of input.events) {
    const key = event.user?.uid ?? event.id;
    if (wordsOf(event) !== '' && !first.has(key)) first.set(key, event);
  }
  const pack = packOf(input);
  return [...first.values()].slice(0, MOST_VOICES).map((event, place) => {
    const uid = event.user?.uid ?? null;
    return {
      uid,
      at: event.ts,
      draft: {
        channel: 'live',
        externalId: `${room.sessionId}:${alert.alertId}:${uid ?? event.id}`.slice(0, 300),
        text: wordsOf(event).slice(0, 2000),
        occurredAt: new Date(event.ts).toISOString(),
        ...(product
          ? { product: product.sku ? { sku: product.sku, name: product.title } : { name: product.title } }
          : {}),
        ...(uid
          ? { person: { externalId: `live-${uid}`, ...(event.user?.name ? { name: event.user.name } : {}) } }
          : {}),
        meta: place === 0 ? { live: pack } : { live: { showId: room.sessionId, alertId: alert.alertId } },
      },
    };
  });
}

/** What a case must show in a year: who said what when, about which product at which price. Below 8 KB. */
function packOf({ alert, events, product, room }: AlertInput): Record<string, unknown> {
  return {
    roomId: room.roomId,
    showId: room.sessionId,
    room: room.title.slice(0, 80),
    alertId: alert.alertId,
    class: alert.class,
    raisedAt: new Date(alert.raisedAt).toISOString(),
    people: alert.people,
    count: alert.count,
    product: product ? { id: product.productId, title: product.title.slice(0, 80), index: product.index } : null,
    price: alert.price ?? product?.price ?? null,
    eventIds: alert.evidence.slice(0, MOST_IDS).map((id) => id.slice(-60)),
    messages: events.slice(0, MOST_LINES).map((event) => ({
      at: new Date(event.ts).toISOString(),
      name: event.user?.name?.slice(0, 20) ?? null,
      text: wordsOf(event).slice(0, LINE_LENGTH),
    })),
  };
}
