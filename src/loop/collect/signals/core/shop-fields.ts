// Reads fields of a foreign payload without trusting any of them to be what it should be.

export type Foreign = Record<string, unknown>;

export function objectOf(value: unknown): Foreign {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Foreign) : {};
}

export function listOf(value: unknown, most = 200): Foreign[] {
  return Array.isArray(value) ? value.slice(0, most).map(objectOf) : [];
}

/** A text or a number as text; undefined for blanks and everything else. */
export function textOf(value: unknown, most = 200): string | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (typeof value !== 'string') return undefined;
  const text = value.trim().slice(0, most);
  return text === '' ? undefined : text;
}

/** An instant in ISO 8601; a time without a zone is UTC, as WooCommerce's `…_gmt` fields are. */
export function instantOf(value: unknown): string | undefined {
  const text = textOf(value, 40);
  if (!text) return undefined;
  const ms = Date.parse(/(Z|[-+]\d{2}:?\d{2})$/i.test(text) ? text : `${text}Z`);
  return Number.isFinite(ms) && ms > 0 ? new Date(ms).toISOString() : undefined;
}

export function countOf(value: unknown): number {
  const count = Math.abs(Number(value));
  return Number.isFinite(count) ? Math.min(100_000, Math.round(count)) : 1;
}

export function emailOf(value: unknown): string | undefined {
  const text = textOf(value, 320);
  return text && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) ? text : undefined;
}

const SIZE = /^(?:均码|[2-6]?x{0,4}[sml]|[2-6]xl|[3-5]\d(?:\.5)?|1[0-9]{2}(?:\/\d{2,3}[A-C]?)?)$/i;

/** The part of a variant's name that is a size: "Red / M" → "M". */
export function sizeOf(variant: unknown): string | undefined {
  return textOf(variant)
    ?.split(/[/,，;；|·]/)
    .map((part) => part.replace(/^.*[:：]/, '').trim())
    .find((part) => SIZE.test(part));
}

/** A currency's code; what names none is counted in dollars, as both platforms do. */
export function currencyOf(value: unknown): string {
  const code = textOf(value, 10)?.toUpperCase();
  return code && /^[A-Z]{3}$/.test(code) ? code : 'USD';
}
