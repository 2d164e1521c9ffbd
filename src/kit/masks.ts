// The marks that stand where the gate took personal data out of a text, and how they are said to a reader.

/** What stands in a masked text, the same in every language: machines read it, too. */
export const MASKS = {
  phone: '[phone]',
  id_number: '[id]',
  bank_card: '[card]',
  email: '[email]',
  address: '[address]',
  order_no: '[order]',
  plate: '[plate]',
  wechat: '[wechat]',
} as const;

/** What was masked; the kinds of personal data the gate knows. */
export type MaskKind = keyof typeof MASKS;

const KINDS = new Map(Object.entries(MASKS).map(([kind, mask]) => [mask as string, kind as MaskKind]));
const MARK = new RegExp(
  Object.values(MASKS)
    .map((mask) => mask.replace(/[[\]]/g, '\\$&'))
    .join('|'),
  'g',
);

/** Places of the marks, in order; `end` is exclusive. */
export function masksIn(text: string): { start: number; end: number; kind: MaskKind }[] {
  if (!text.includes('[')) return [];
  return [...text.matchAll(MARK)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    kind: KINDS.get(match[0])!,
  }));
}

/** The text with every mark in the words of its reader: `[phone]` becomes `[电话]`. */
export function sayMasks(text: string, name: (kind: MaskKind) => string): string {
  return text.includes('[') ? text.replace(MARK, (mark) => `[${name(KINDS.get(mark)!)}]`) : text;
}
