// Reads a row in the Formbricks Hub record format: one answer of one submission a row.
import type { FeedbackDraft } from '../../intake/core/feedback.contract.ts';
import { columnKey } from './column-words.ts';
import { readInstant } from './date-value.ts';
import type { ImportMapping } from './import.contract.ts';
import type { MapOptions, MappedRow, RowFault } from './map-row.ts';
import { isBlank } from './rating-value.ts';
import { boundedMeta, readChannel, readLocale } from './row-values.ts';

const OWN = new Set([
  'submissionid',
  'collectedat',
  'sourcetype',
  'fieldid',
  'fieldtype',
  'valuetext',
  'valuenumber',
  'valueboolean',
  'valuedate',
  'language',
  'userid',
]);

/**
 * One Hub record as one feedback. Its external id is `submission_id:field_id`, so that a file and the live interface
 * never record the same answer twice. An answer without words is told in words: "label: value".
 */
export function mapHubRow(mapping: ImportMapping, fields: Record<string, string>, options: MapOptions): MappedRow {
  const record: Record<string, string> = {};
  const nameOf: Record<string, string> = {};
  const rest: Record<string, string> = {};
  for (const column in fields) {
    const key = columnKey(column);
    const value = fields[column]!.trim();
    if (isBlank(value)) continue;
    if (OWN.has(key)) {
      record[key] = value;
      nameOf[key] = column;
    } else rest[column] = value;
  }
  const errors: RowFault[] = [];
  const kind = record.fieldtype ?? 'text';
  const label = Object.entries(rest).find(([column]) => columnKey(column) === 'fieldlabel')?.[1];
  const answer = record.valuetext ?? record.valuenumber ?? record.valueboolean ?? record.valuedate;
  if (answer === undefined) errors.push({ field: nameOf.valuetext ?? null, code: 'text_missing' });
  const text = record.valuetext ?? `${label ?? record.fieldid ?? kind}: ${answer}`;
  if (text.length > 20_000) errors.push({ field: nameOf.valuetext ?? null, code: 'text_too_long' });
  const occurredAt = readInstant(record.collectedat, options.timeZone, mapping.dateOrder);
  if (occurredAt === 'unreadable') errors.push({ field: nameOf.collectedat ?? null, code: 'date_unreadable' });
  const id = record.submissionid ? `${record.submissionid}${record.fieldid ? `:${record.fieldid}` : ''}` : undefined;
  if (id && id.length > 280) errors.push({ field: nameOf.submissionid ?? null, code: 'external_id_too_long' });
  if (errors.length > 0) return { ok: false, errors };

  const draft: FeedbackDraft = { channel: readChannel(record.sourcetype ?? '') ?? mapping.channel, text };
  if (id) draft.externalId = id;
  if (label) draft.title = label.slice(0, 500);
  if (occurredAt) draft.occurredAt = occurredAt as string;
  const rating = starsOf(kind, Number(record.valuenumber));
  if (rating !== null) draft.rating = rating;
  if (record.userid) draft.person = { externalId: record.userid.slice(0, 200) };
  const locale = readLocale(record.language);
  if (locale) draft.locale = locale;
  const kept: Record<string, unknown> = { fieldType: kind };
  if (record.fieldid) kept.fieldId = record.fieldid;
  for (const key of ['valuenumber', 'valueboolean', 'valuedate', 'sourcetype'] as const) {
    if (record[key] !== undefined) kept[key] = record[key];
  }
  const meta = boundedMeta(kept, rest);
  if (meta) draft.meta = meta;
  return { ok: true, drafts: [draft] };
}

/** Stars 1-5 of a rated answer: ratings and CSAT as they are, CES 1-7 and NPS 0-10 stretched onto five. */
function starsOf(kind: string, value: number): number | null {
  if (!Number.isFinite(value)) return null;
  if (kind === 'rating' || kind === 'csat') return value >= 1 && value <= 5 ? value : null;
  if (kind === 'nps') return value >= 0 && value <= 10 ? Math.round((1 + (value / 10) * 4) * 10) / 10 : null;
  if (kind === 'ces') return value >= 1 && value <= 7 ? Math.round((1 + ((value - 1) / 6) * 4) * 10) / 10 : null;
  return null;
}
