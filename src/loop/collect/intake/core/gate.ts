// The pure half of the gate: each named step takes records in and lets them through, or stops them with a reason.
import { hasIdForm } from '../../../../kit/ids.ts';
import { isTooDeep } from '../../../../kit/plain-json.ts';
import { mendSurrogates, removeControls, utf8Bytes } from './clean-text.ts';
import type { FeedbackDraft, GateStep } from './feedback.contract.ts';

/** A record on its way through the gate. `stopped` is set by the step that took it out. */
export interface Passing {
  /** Position in the caller's batch: outcomes are answered in this order. */
  index: number;
  draft: FeedbackDraft;
  externalId: string;
  text: string;
  title: string | null;
  orderHint: string | null;
  meta: Record<string, unknown>;
  /** What was masked, to be sealed; null when nothing was. */
  original: { text: string; title: string | null; orderNo: string | null; meta: Record<string, unknown> } | null;
  quarantine: { step: GateStep; reason: string } | null;
  stopped: { step: GateStep; reason: string; path: string } | null;
}

export interface GateTools {
  mask(text: string): { masked: string; found: readonly unknown[] };
  spamOf(text: string): { score: number; reasons: readonly string[] };
  /** A name for a record its channel gave none. */
  nameless(): string;
}

/** At and above this the record waits for a person instead of being judged and counted. */
export const QUARANTINE_SPAM = 0.9;
const MAX_META_BYTES = 8192;
const MAX_META_DEPTH = 32;

/** Step `validate` is done where drafts are parsed; this brings the survivors into passing form. */
export function enter(drafts: readonly { index: number; draft: FeedbackDraft }[], tools: GateTools): Passing[] {
  return drafts.map(({ index, draft }) => ({
    index,
    draft,
    externalId: draft.externalId ?? `auto:${tools.nameless()}`,
    text: draft.text,
    title: draft.title ?? null,
    orderHint: null,
    meta: draft.meta ?? {},
    original: null,
    quarantine: null,
    stopped: null,
  }));
}

/** Step `normalise`: cuts control characters and broken surrogates, one kind of line end, no outer space. */
export function normaliseStep(record: Passing): void {
  record.text = cleanText(record.text);
  record.title = record.title === null ? null : cleanText(record.title);
  record.externalId = cleanText(record.externalId);
  if (record.text === '') record.stopped = { step: 'normalise', reason: 'empty_text', path: 'text' };
  else if (record.externalId === '')
    record.stopped = { step: 'normalise', reason: 'empty_external_id', path: 'externalId' };
  record.draft = cleanHints(record.draft);
  if (isTooDeep(record.meta, MAX_META_DEPTH)) {
    record.stopped = { step: 'normalise', reason: 'meta_too_large', path: 'meta' };
    return;
  }
  const meta = JSON.stringify(mapDeep(record.meta, cleanText));
  if (utf8Bytes(meta) > MAX_META_BYTES) record.stopped = { step: 'normalise', reason: 'meta_too_large', path: 'meta' };
  else record.meta = JSON.parse(meta) as Record<string, unknown>;
}

/** Step `mask`: personal data leaves text, title, meta and order number; what they were is kept for sealing. */
export function maskStep(record: Passing, tools: GateTools): void {
  const text = tools.mask(record.text);
  const title = record.title === null ? null : tools.mask(record.title);
  let inMeta = false;
  const meta = mapDeep(record.meta, (value) => {
    // An id of ours names no person, though chance may spell something into it.
    if (hasIdForm(value)) return value;
    const found = tools.mask(value);
    if (found.found.length > 0) inMeta = true;
    return found.masked;
  }) as Record<string, unknown>;
  const orderNo = record.draft.orderNo ?? null;
  if (text.found.length > 0 || (title && title.found.length > 0) || inMeta || orderNo) {
    record.original = { text: record.text, title: record.title, orderNo, meta: inMeta ? record.meta : {} };
  }
  record.text = text.masked;
  record.title = title?.masked ?? null;
  record.meta = meta;
  record.orderHint = orderNo ? hintOfOrder(orderNo) : null;
}

/** Step `spam`: advertising and the like waits for a person; a star rating never excuses it. */
export function spamStep(record: Passing, tools: GateTools): void {
  const spam = tools.spamOf(record.text);
  if (spam.score >= QUARANTINE_SPAM) {
    record.quarantine = { step: 'spam', reason: spam.reasons[0] ? `spam_${spam.reasons[0]}` : 'spam' };
  }
}

/** Shows the last four characters of an order number: enough to talk about it. */
export function hintOfOrder(orderNo: string): string {
  return orderNo.length <= 4 ? '****' : `****${orderNo.slice(-4)}`;
}

/** One form for look-ups: an order number is the same with spaces, dashes, a number sign or in lower case. */
export function normaliseOrder(orderNo: string): string {
  return orderNo.replace(/[\s#-]/g, '').toUpperCase();
}

function cleanText(text: string): string {
  return removeControls(mendSurrogates(text)).trim();
}

/** Applies `change` to every text and every key; the depth was checked before. */
function mapDeep(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((item) => mapDeep(item, change));
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [change(key), mapDeep(item, change)]));
  }
  return value;
}

/** What names product, customer, order and the followed feedback is brought into storable form as well. */
function cleanHints(draft: FeedbackDraft): FeedbackDraft {
  const clean = (text: string | undefined) => (text === undefined ? undefined : cleanText(text) || undefined);
  const { product, person } = draft;
  const sku = clean(product?.sku);
  const name = clean(product?.name);
  return {
    ...draft,
    orderNo: clean(draft.orderNo),
    followsExternalId: clean(draft.followsExternalId),
    product: product && (sku || name) ? { sku, name } : undefined,
    person: person && {
      ...person,
      externalId: clean(person.externalId),
      name: clean(person.name),
      phone: clean(person.phone),
    },
  };
}
