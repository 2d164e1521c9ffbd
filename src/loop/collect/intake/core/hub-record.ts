// Reads a Formbricks Hub record as a feedback, so that what other survey tools export can come in as it is.
import type { z } from 'zod';
import type { FeedbackDraft, hubRecord } from './feedback.contract.ts';

type HubRecord = z.output<typeof hubRecord>;

const CHANNEL_BY_SOURCE: Record<string, FeedbackDraft['channel']> = {
  survey: 'questionnaire',
  formbricks: 'questionnaire',
  review: 'review',
  support: 'chat',
  email: 'email',
  social: 'social',
  feedback_form: 'widget',
};

/** Turns a score into 1-5 stars where the scale is known: rating and CSAT as they are, NPS 0-10 and CES 1-7 in proportion. */
function starsOf(record: HubRecord): number | undefined {
  const value = record.value_number;
  if (value === null || value === undefined) return undefined;
  if (record.field_type === 'rating' || record.field_type === 'csat')
    return value >= 1 && value <= 5 ? value : undefined;
  if (record.field_type === 'nps' && value >= 0 && value <= 10) return Math.round((1 + (value / 10) * 4) * 10) / 10;
  if (record.field_type === 'ces' && value >= 1 && value <= 7) return Math.round((1 + ((value - 1) / 6) * 4) * 10) / 10;
  return undefined;
}

/** A record without words says what its answer was: a score, a date, a yes or no. */
export function draftOfHub(record: HubRecord): FeedbackDraft {
  const answer =
    record.value_text ??
    record.value_number ??
    record.value_date ??
    (record.value_boolean == null ? null : String(record.value_boolean));
  const label = record.field_label ?? record.field_id;
  const language = record.language?.toLowerCase();
  const rating = starsOf(record);
  const meta: Record<string, unknown> = { fieldId: record.field_id, fieldType: record.field_type };
  if (record.source_id) meta.sourceId = record.source_id;
  if (record.source_name) meta.sourceName = record.source_name;
  if (record.metadata) meta.metadata = record.metadata;
  if (typeof record.value_number === 'number') meta.value = record.value_number;
  return {
    channel: CHANNEL_BY_SOURCE[record.source_type ?? ''] ?? 'questionnaire',
    externalId: `${record.submission_id}:${record.field_id}`.slice(0, 300),
    text: record.value_text?.trim() ? record.value_text.trim() : `${label}: ${answer ?? '-'}`,
    title: record.field_label?.trim() || undefined,
    ...(rating === undefined ? {} : { rating }),
    ...(record.collected_at ? { occurredAt: record.collected_at } : {}),
    ...(record.user_id ? { person: { externalId: record.user_id } } : {}),
    ...(language?.startsWith('zh')
      ? { locale: 'zh-CN' as const }
      : language?.startsWith('en')
        ? { locale: 'en' as const }
        : {}),
    meta,
  };
}
