// Takes one delivery of a shop's platform: checked over its bytes before it is read, taken once, answered when durable.
import { createHash } from 'node:crypto';
import { findOrCreateProducts } from '../../../../../ground/catalog/server/door.ts';
import { systemEnv } from '../../../../../ground/env.ts';
import { newId } from '../../../../../kit/ids.ts';
import { isTooDeep, plainJson } from '../../../../../kit/plain-json.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import type { AnswerOf } from '../../../../../kit/route.ts';
import type { Database } from '../../../../../platform/database/database.ts';
import type { Sealer } from '../../../../../platform/secrets/seal.ts';
import { sameText, signBody } from '../../../../../platform/secrets/signatures.ts';
import { readShopify } from '../../core/read-shopify.ts';
import { readWooCommerce } from '../../core/read-woocommerce.ts';
import type { Platform, receiveShopRoute } from '../../core/shop-source.contract.ts';
import { recordSignalBatch } from '../record-signals.ts';
import { findShopSource, type ShopDelivery, saveDelivered, takeDelivery } from '../shop-source.store.ts';

type Answer = AnswerOf<typeof receiveShopRoute>;

export interface ShopMessage {
  sourceId: string;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
}

/** Where each platform writes its signature, the name of the delivery and what it is about. */
const HEADERS: Record<Platform, { signature: string; delivery: string; topic: string }> = {
  shopify: { signature: 'x-shopify-hmac-sha256', delivery: 'x-shopify-webhook-id', topic: 'x-shopify-topic' },
  woocommerce: {
    signature: 'x-wc-webhook-signature',
    delivery: 'x-wc-webhook-delivery-id',
    topic: 'x-wc-webhook-topic',
  },
};

const NOTHING = { recorded: 0, duplicates: 0, rejected: 0, results: [] };

export async function receiveShopWebhook(
  deps: { database: Database; sealer: Sealer },
  now: Date,
  message: ShopMessage,
): Promise<Result<Answer, 'not_found' | 'bad_signature' | 'bad_json'>> {
  // permit
  const source = await findShopSource(deps.database, message.sourceId);
  if (!source?.enabled) return refuse('not_found');
  const names = HEADERS[source.platform];
  const header = (name: string) => String(message.headers[name] ?? '');
  // WooCommerce tries an address with this when it is saved, before it signs anything; nothing is read from it.
  if (
    source.platform === 'woocommerce' &&
    /^webhook_id=\d{1,20}$/.test(message.body.subarray(0, 40).toString('latin1'))
  )
    return ok({ ...NOTHING, delivery: 'ping' });
  const secret = deps.sealer.open(source.workspace_id, source.secret_sealed);
  if (!sameText(header(names.signature), signBody(secret, message.body))) return refuse('bad_signature');
  // decide
  let payload: unknown;
  try {
    payload = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(message.body));
  } catch {
    return refuse('bad_json');
  }
  if (isTooDeep(payload)) return refuse('bad_json');
  const topic = header(names.topic).slice(0, 100);
  const read = readOf(source.platform, topic, plainJson(payload));
  if (read === null) return ok({ ...NOTHING, delivery: 'ignored' });
  const db = deps.database.workspace(source.workspace_id);
  const env = systemEnv(db, now, source.name);
  const delivery: ShopDelivery = {
    id: newId('dlv'),
    sourceId: source.id,
    deliveryId:
      header(names.delivery).slice(0, 200) || createHash('sha256').update(topic).update(message.body).digest('hex'),
    topic,
    now,
  };
  return db.write(async (tx) => {
    // save
    if (!(await takeDelivery(tx, delivery))) return ok({ ...NOTHING, delivery: 'duplicate' as const });
    if (read.product) await findOrCreateProducts(tx, [read.product], now);
    const answer = await recordSignalBatch(
      tx,
      env,
      deps.sealer,
      read.signals.map((one) => ({ ...one, source: source.id })),
    );
    await saveDelivered(tx, delivery, answer);
    return ok({ ...answer, delivery: 'taken' as const });
  });
}

function readOf(platform: Platform, topic: string, payload: unknown) {
  if (platform === 'woocommerce') return readWooCommerce(topic, payload);
  const signals = readShopify(topic, payload);
  return signals && { signals, product: undefined };
}
