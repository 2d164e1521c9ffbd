// The shelf while somebody works on it: what is typed into its fields, and what of it can be saved.

import { majorUnits, minorUnits } from '../../../../kit/money.ts';
import type { PastedProduct } from '../core/read-shelf-table.ts';
import type { ShelfProduct } from '../core/room.contract.ts';

export interface ProductDraft {
  key: string;
  productId: string | null;
  index: number | null;
  title: string;
  /** In whole units, as typed. */
  price: number | null;
  listPrice: number | null;
  currency: string;
  sku: string;
  stock: number | null;
  aliases: string[];
  facts: { topic: string; text: string }[];
}

let made = 0;
const newKey = () => {
  made += 1;
  return `new ${made}`;
};

const whole = (price: { minor: number; currency: string } | null) =>
  price ? majorUnits(price.minor, price.currency) : null;
const minorOf = (amount: number | null, currency: string) =>
  amount === null ? null : { minor: minorUnits(amount, currency), currency };

export function draftOf(item: ShelfProduct): ProductDraft {
  return {
    key: `${item.productId} ${item.index}`,
    productId: item.productId,
    index: item.index,
    title: item.title,
    price: whole(item.price),
    listPrice: whole(item.listPrice),
    currency: item.price?.currency ?? item.listPrice?.currency ?? 'CNY',
    sku: item.sku ?? '',
    stock: item.stock,
    aliases: item.aliases,
    facts: item.facts,
  };
}

export const currencyOf = (drafts: readonly ProductDraft[]) => drafts[0]?.currency ?? 'CNY';

export function emptyDraft(drafts: readonly ProductDraft[]): ProductDraft {
  return {
    key: newKey(),
    productId: null,
    index: Math.max(0, ...drafts.map((one) => one.index ?? 0)) + 1,
    title: '',
    price: null,
    listPrice: null,
    currency: currencyOf(drafts),
    sku: '',
    stock: null,
    aliases: [],
    facts: [],
  };
}

/** Pasted products replace those of their number and stand beside the others; a number pasted twice stays twice, to be put right. */
export function withPasted(drafts: readonly ProductDraft[], pasted: readonly PastedProduct[]): ProductDraft[] {
  const next = new Map(drafts.map((one) => [one.index, one]));
  const taken = new Set<number>();
  const doubled: ProductDraft[] = [];
  for (const item of pasted) {
    const before = next.get(item.index);
    const isSame = before?.title === item.title;
    const draft: ProductDraft = {
      ...emptyDraft(drafts),
      ...(isSame ? before : {}),
      index: item.index,
      title: item.title,
      price: item.priceMinor === null ? null : majorUnits(item.priceMinor, currencyOf(drafts)),
      aliases: item.aliases.length > 0 ? item.aliases : isSame ? before.aliases : [],
      sku: item.sku ?? (isSame ? before.sku : ''),
    };
    if (taken.has(item.index)) doubled.push({ ...draft, key: newKey(), productId: null });
    else next.set(item.index, draft);
    taken.add(item.index);
  }
  return [...next.values(), ...doubled].sort((one, other) => (one.index ?? 0) - (other.index ?? 0));
}

/** What the route takes; products without a name are left out. */
export function itemsOf(drafts: readonly ProductDraft[]) {
  return drafts
    .filter((one) => one.title.trim() !== '')
    .map((one, place) => ({
      ...(one.productId ? { productId: one.productId } : {}),
      index: one.index ?? place + 1,
      title: one.title.trim(),
      sku: one.sku.trim() || null,
      price: minorOf(one.price, one.currency),
      listPrice: minorOf(one.listPrice, one.currency),
      stock: one.stock,
      aliases: one.aliases.map((name) => name.trim()).filter((name) => name !== ''),
      facts: one.facts
        .map((fact) => ({ topic: fact.topic.trim(), text: fact.text.trim() }))
        .filter((fact) => fact.topic !== '' && fact.text !== ''),
    }));
}
