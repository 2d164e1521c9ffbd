// What makes two rows without an id of their own the same voice.
import type { FeedbackDraft } from '../../intake/core/feedback.contract.ts';

/**
 * The content of a draft as one text: channel, words, product, time, order and person. The same rows give the same keys
 * from a CSV and from a JSONL file, and whatever else the files hold beside.
 */
export function contentKey(draft: FeedbackDraft): string {
  const { product, person } = draft;
  return [
    draft.channel,
    draft.text,
    product?.sku ?? '',
    product?.name ?? '',
    draft.occurredAt ?? '',
    draft.orderNo ?? '',
    person?.externalId ?? person?.email ?? person?.phone ?? person?.name ?? '',
  ].join('\u001f');
}
