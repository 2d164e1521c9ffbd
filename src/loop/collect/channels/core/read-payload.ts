// Reads a delivered payload into raw drafts: our own format, an envelope around it, or a foreign one by its mapping.
import type { Channel } from '../../intake/core/feedback.contract.ts';
import type { SourceMapping } from './source.contract.ts';

/** Drafts as they will be validated; a list inside `items` or `data` becomes as many. */
export function readPayload(
  payload: unknown,
  source: { channel: Channel; mapping: SourceMapping },
  messageId: string,
): unknown[] {
  const items = listOf(payload);
  return items.map((item, index) => {
    if (item === null || typeof item !== 'object' || Array.isArray(item)) return item;
    const draft = Object.keys(source.mapping).length > 0 ? mapped(item, source.mapping) : { ...item };
    return {
      channel: source.channel,
      // The message's own id names what its sender gave no name.
      externalId: items.length === 1 ? messageId : `${messageId}:${index}`,
      ...withoutEmpty(draft),
    };
  });
}

function listOf(payload: unknown): unknown[] {
  if (Array.isArray(payload)) return payload;
  if (payload === null || typeof payload !== 'object') return [payload];
  const { items, data, type } = payload as { items?: unknown; data?: unknown; type?: unknown };
  if (Array.isArray(items)) return items;
  if (typeof type === 'string' && data !== undefined) return Array.isArray(data) ? data : listOf(data);
  return [payload];
}

function mapped(item: object, mapping: SourceMapping): Record<string, unknown> {
  const at = (field: keyof SourceMapping) => (mapping[field] ? valueAt(item, mapping[field]) : undefined);
  const text = (field: keyof SourceMapping) => {
    const value = at(field);
    if (value === undefined || value === null) return undefined;
    // A list or an object is no text: left as it is, it is refused by name.
    return typeof value === 'object' ? value : String(value);
  };
  const rating = at('rating');
  const product = withoutEmpty({ name: text('productName'), sku: text('productSku') });
  const person = withoutEmpty({
    externalId: text('personId'),
    name: text('personName'),
    email: text('email'),
    phone: text('phone'),
  });
  return {
    text: at('text'),
    title: text('title'),
    rating: typeof rating === 'string' && rating.trim() !== '' ? Number(rating) : rating,
    externalId: text('externalId'),
    occurredAt: text('occurredAt'),
    orderNo: text('orderNo'),
    product: Object.keys(product).length > 0 ? product : undefined,
    person: Object.keys(person).length > 0 ? person : undefined,
  };
}

function valueAt(value: unknown, path: string): unknown {
  let current = value;
  for (const part of path.split('.')) {
    if (current === null || typeof current !== 'object' || !Object.hasOwn(current, part)) return undefined;
    current = (current as Record<string, unknown>)[part];
  }
  return current;
}

function withoutEmpty(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(record).filter(([, value]) => value !== undefined && value !== null && value !== ''),
  );
}
