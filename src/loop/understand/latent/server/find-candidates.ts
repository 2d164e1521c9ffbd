// One rule, one window: what it notices, put into the shop's words, with its doubt.
import sql from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';
import { type Language, translator } from '../../../../platform/i18n/translate.ts';
import type { LatentDoubt, LatentRuleKey, LatentSettings } from '../core/latent.contract.ts';
import { doubtFor, measured } from './doubt.reads.ts';
import {
  type Candidate,
  findCartLeaves,
  findDropOffs,
  findSilentRefunds,
  findSizeExchanges,
  type Window,
} from './find-persons.reads.ts';
import { findProductSizes, type ProductCandidate } from './find-products.reads.ts';

export interface Noticed extends Candidate {
  text: string;
  doubt: LatentDoubt;
  product: { id: string; name: string; sku: string | null } | null;
  person: { id: string; name: string | null } | null;
}

/** @param personIds only about these, where news of them has just come */
export async function noticed(
  tx: Tx,
  key: LatentRuleKey,
  settings: Record<string, number>,
  window: Window,
  personIds?: readonly string[],
): Promise<{ found: Noticed[]; doubt: LatentDoubt }> {
  const candidates = await candidatesOf(tx, key, settings, window, personIds);
  const doubt = await doubtFor(tx, key, settings as LatentSettings[LatentRuleKey], window.to);
  const products = await productsOf(tx, candidates);
  const people = await peopleOf(tx, candidates);
  const hints = await orderHints(tx, candidates);
  const shop = await tx.one<{ locale: Language; zone: string }>(
    sql`SELECT locale, time_zone AS zone FROM workspaces_facts WHERE workspace_id = ${tx.workspaceId}`,
  );
  const t = translator(shop.locale);
  const found = candidates.map((one): Noticed => {
    const product = one.productId ? (products.get(one.productId) ?? null) : null;
    const order = one.orderHash ? hints.get(one.orderHash) : undefined;
    const day = one.occurredAt.toLocaleDateString('sv-SE', { timeZone: shop.zone });
    const words = {
      ...one.values,
      day,
      product: product?.name ?? t('signals:latent.someProduct'),
      amount: one.amountMinor === null ? '' : ` ${money(one.amountMinor, one.currency ?? 'CNY', shop.locale)}`,
      order: order ? t('signals:latent.order', { order }) : '',
    };
    return {
      ...one,
      text: t(`signals:latent.text.${key}`, words),
      doubt: 'share' in one ? measured((one as ProductCandidate).share) : doubt,
      product,
      person: one.personId ? { id: one.personId, name: people.get(one.personId) ?? null } : null,
    };
  });
  return { found, doubt: found[0] && key === 'product_size' ? found[0].doubt : doubt };
}

function candidatesOf(
  tx: Tx,
  key: LatentRuleKey,
  settings: Record<string, number>,
  window: Window,
  personIds?: readonly string[],
): Promise<Candidate[]> {
  switch (key) {
    case 'silent_refund':
      return findSilentRefunds(tx, settings as LatentSettings['silent_refund'], window);
    case 'drop_off':
      return findDropOffs(tx, settings as LatentSettings['drop_off'], window);
    case 'size_exchange':
      return findSizeExchanges(tx, settings as LatentSettings['size_exchange'], window, personIds);
    case 'cart_leave':
      return findCartLeaves(tx, settings as LatentSettings['cart_leave'], window, personIds);
    case 'product_size':
      return findProductSizes(tx, settings as LatentSettings['product_size'], window);
  }
}

function money(amountMinor: number, currency: string, locale: string): string {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
  return format.format(amountMinor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}

async function productsOf(tx: Tx, candidates: readonly Candidate[]) {
  const ids = [...new Set(candidates.flatMap((one) => one.productId ?? []))];
  const rows = await tx.rows<{ id: string; name: string; sku: string | null }>(
    sql`SELECT id, name, sku FROM products_facts WHERE workspace_id = ${tx.workspaceId} AND id = ANY(${ids}::text[])`,
  );
  return new Map(rows.map((row) => [row.id, row]));
}

async function peopleOf(tx: Tx, candidates: readonly Candidate[]): Promise<Map<string, string | null>> {
  const ids = [...new Set(candidates.flatMap((one) => one.personId ?? []))];
  const rows = await tx.rows<{ id: string; name: string | null }>(
    sql`SELECT id, name FROM people_facts WHERE workspace_id = ${tx.workspaceId} AND id = ANY(${ids}::text[])`,
  );
  return new Map(rows.map((row) => [row.id, row.name]));
}

async function orderHints(tx: Tx, candidates: readonly Candidate[]): Promise<Map<string, string>> {
  const hashes = [...new Set(candidates.flatMap((one) => one.orderHash ?? []))];
  const rows = await tx.rows<{ order_hash: string; order_no_hint: string }>(sql`
    SELECT order_hash, order_no_hint FROM signal_orders_facts
    WHERE workspace_id = ${tx.workspaceId} AND order_hash = ANY(${hashes}::text[])`);
  return new Map(rows.map((row) => [row.order_hash, row.order_no_hint]));
}
