// Writes what is to be recorded when a question or an alarm of a show is followed up: one voice for each person.
import type { FeedbackDraft } from '../../../../loop/collect/intake/core/feedback.contract.ts';
import type { LiveAlert, QuestionGroup } from '../../analysis/core/analysis.contract.ts';
import type { Asker } from './asker-list.ts';
import type { ShowRecord } from './show-record.contract.ts';

const MOST_VOICES = 50;

interface Spoken {
  eventId: string;
  uid: string | null;
  name: string | null;
  text: string;
  at: number;
}

/** @param askers everybody who asked; without them the samples stand in */
export function questionDrafts(record: ShowRecord, group: QuestionGroup, askers: readonly Asker[]): FeedbackDraft[] {
  const spoken: Spoken[] = askers.length > 0 ? [...askers] : group.samples.map((one) => ({ ...one, uid: null }));
  return drafts(record, spoken, group.productId, {
    questionId: group.groupId,
    question: group.title,
    askers: group.askers,
  });
}

export function alertDrafts(record: ShowRecord, alert: LiveAlert): FeedbackDraft[] {
  const spoken: Spoken[] = alert.samples.map((one) => ({ ...one, uid: null }));
  const { alertId, kind, level, people, count, price } = alert;
  return drafts(record, spoken, alert.productId, {
    alarmId: alertId,
    alarm: alert.class ?? kind,
    level,
    people,
    lines: count,
    ...(price ? { priceAt: price } : {}),
    evidence: alert.evidence.slice(0, 100),
  });
}

function drafts(
  record: ShowRecord,
  spoken: readonly Spoken[],
  productId: string | null,
  about: Record<string, unknown>,
): FeedbackDraft[] {
  const product = record.products.find((one) => one.productId === productId);
  return spoken.slice(0, MOST_VOICES).map((one) => ({
    externalId: one.eventId,
    channel: 'live',
    text: one.text,
    occurredAt: new Date(one.at).toISOString(),
    ...(product ? { product: { name: product.title } } : {}),
    ...(one.uid ? { person: { externalId: `live:${one.uid}`, ...(one.name ? { name: one.name } : {}) } } : {}),
    meta: { liveRoomId: record.roomId, liveShowId: record.showId, ...about },
  }));
}
