// Makes feedback drafts from one row of a file under a mapping; what no part of a feedback claims is kept beside it.
import type { Channel, FeedbackDraft } from '../../intake/core/feedback.contract.ts';
import { readInstant } from './date-value.ts';
import { mapHubRow } from './hub-row.ts';
import type { ImportMapping, MapTarget, RowErrorCode } from './import.contract.ts';
import { isBlank, readRating, readSentimentHint } from './rating-value.ts';
import { boundedMeta, readChannel, readEmail, readLocale } from './row-values.ts';

export interface MapOptions {
  /** IANA zone in which times without one are read. */
  timeZone: string;
}

export interface RowFault {
  /** Column of the file; null when the row as a whole is meant. */
  field: string | null;
  code: RowErrorCode;
}

/** Drafts of one row: the feedback itself and, when the row has one, its follow-up review (追评) as a feedback of its own. */
export type MappedRow = { ok: true; drafts: FeedbackDraft[] } | { ok: false; errors: RowFault[] };

const TEXT_CHARS = 20_000;

/**
 * Maps one row. Never throws. Values that break an optional part in a way that could mislead (rating, date, id) reject
 * the row; others (an address that is none) are kept in `meta` as they came.
 */
export function mapRow(mapping: ImportMapping, fields: Record<string, string>, options: MapOptions): MappedRow {
  if (mapping.profile === 'formbricks_hub') return mapHubRow(mapping, fields, options);
  const errors: RowFault[] = [];
  const kept: Record<string, unknown> = {};
  const columnOf = (target: MapTarget) => mapping.columns[target];
  const value = (target: MapTarget): string | undefined => {
    const column = columnOf(target);
    const text = column === undefined ? undefined : fields[column]?.trim();
    return text === '' ? undefined : text;
  };
  const real = (target: MapTarget) => (isBlank(value(target)) ? undefined : value(target));
  const fault = (target: MapTarget, code: RowErrorCode) => errors.push({ field: columnOf(target) ?? null, code });

  const title = value('title')?.slice(0, 500);
  const followUp = real('followUp');
  const text = value('text') ?? title ?? followUp;
  if (text === undefined) fault('text', 'text_missing');
  else if (text.length > TEXT_CHARS) fault('text', 'text_too_long');
  if (followUp !== undefined && followUp.length > TEXT_CHARS) fault('followUp', 'text_too_long');

  const rating = readRating(value('rating'), mapping.ratingScale);
  if (rating === 'unreadable') fault('rating', 'rating_unreadable');
  const occurredAt = readInstant(value('occurredAt'), options.timeZone, mapping.dateOrder);
  if (occurredAt === 'unreadable') fault('occurredAt', 'date_unreadable');
  const followUpAt = readInstant(value('followUpAt'), options.timeZone, mapping.dateOrder);
  if (followUpAt === 'unreadable') fault('followUpAt', 'date_unreadable');
  const externalId = real('externalId');
  if (externalId !== undefined && externalId.length > 280) fault('externalId', 'external_id_too_long');
  if (errors.length > 0) return { ok: false, errors };

  const hint = readSentimentHint(value('sentimentHint'));
  if (hint) kept.sentimentHint = hint;
  const sellerReply = real('sellerReply');
  if (sellerReply) kept.sellerReply = sellerReply;
  const draft: FeedbackDraft = { channel: channelOf(mapping, value('channel'), kept), text: text! };
  if (externalId !== undefined) draft.externalId = externalId;
  if (title !== undefined && title !== text) draft.title = title;
  if (typeof rating === 'number') draft.rating = rating;
  if (occurredAt !== null) draft.occurredAt = occurredAt;
  const product = productOf(mapping, real('product'), real('sku'));
  if (product) draft.product = product;
  const person = personOf(real, kept);
  if (person) draft.person = person;
  const orderNo = real('orderNo');
  if (orderNo !== undefined && orderNo.length <= 100) draft.orderNo = orderNo;
  const locale = readLocale(value('locale'));
  if (locale) draft.locale = locale;
  const meta = boundedMeta(kept, restOf(mapping, fields));
  if (meta) draft.meta = meta;

  const drafts = [draft];
  if (followUp !== undefined && followUp !== text) drafts.push(followUpOf(draft, followUp, followUpAt));
  return { ok: true, drafts };
}

/** The follow-up review: same person, product and order, its own words, no stars of its own. Without a time of its own it keeps the review's: an old one is not news. */
function followUpOf(draft: FeedbackDraft, text: string, occurredAt: string | null): FeedbackDraft {
  const { rating: _stars, title: _title, meta: _meta, ...rest } = draft;
  return { ...rest, text, ...(occurredAt ? { occurredAt } : {}), meta: { followUp: true } };
}

function channelOf(mapping: ImportMapping, said: string | undefined, kept: Record<string, unknown>): Channel {
  if (said === undefined) return mapping.channel;
  const channel = readChannel(said);
  if (channel === null) kept.channel = said;
  return channel ?? mapping.channel;
}

function productOf(
  mapping: ImportMapping,
  name: string | undefined,
  sku: string | undefined,
): FeedbackDraft['product'] {
  const named = (name ?? (sku ? undefined : mapping.product))?.slice(0, 300);
  if (named === undefined && sku === undefined) return undefined;
  return { ...(sku ? { sku: sku.slice(0, 200) } : {}), ...(named ? { name: named } : {}) };
}

function personOf(
  real: (target: MapTarget) => string | undefined,
  kept: Record<string, unknown>,
): FeedbackDraft['person'] {
  const person: NonNullable<FeedbackDraft['person']> = {};
  const id = real('customerId');
  if (id !== undefined) person.externalId = id.slice(0, 200);
  const name = real('customer');
  if (name !== undefined) person.name = name.slice(0, 200);
  const email = real('email');
  if (email !== undefined) {
    const good = readEmail(email);
    if (good) person.email = good;
    else kept.email = email;
  }
  const phone = real('phone');
  if (phone !== undefined) {
    if (phone.length <= 40) person.phone = phone;
    else kept.phone = phone;
  }
  return Object.keys(person).length > 0 ? person : undefined;
}

/** The columns that nothing claims, and those that are more than their part of a feedback can hold. */
function restOf(mapping: ImportMapping, fields: Record<string, string>): Record<string, string> {
  const claimed = claimedColumns(mapping);
  const rest: Record<string, string> = {};
  for (const column in fields) {
    const value = fields[column]!;
    if (value !== '' && !claimed.has(column)) rest[column] = value;
  }
  const orderNo = mapping.columns.orderNo;
  if (orderNo && (fields[orderNo]?.length ?? 0) > 100) rest[orderNo] = fields[orderNo]!;
  return rest;
}

const claims = new WeakMap<ImportMapping, Set<string>>();

/** Remembered by mapping object, since it is asked for every row. The mood label is also kept as it came: 0 and 1 mean what the file's owner says. */
function claimedColumns(mapping: ImportMapping): Set<string> {
  let claimed = claims.get(mapping);
  if (!claimed) {
    claimed = new Set(
      Object.entries(mapping.columns).flatMap(([target, column]) => (target === 'sentimentHint' ? [] : [column])),
    );
    claims.set(mapping, claimed);
  }
  return claimed;
}
