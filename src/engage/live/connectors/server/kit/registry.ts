// Every connector of the house in one list: adding one is a folder and a line here.
import type { Connector, ConnectorManifest } from '../../core/connector.contract.ts';
import { bilibiliOpen } from '../bilibili-open/bilibili-open.connector.ts';
import { bilibiliWeb } from '../bilibili-web/bilibili-web.connector.ts';
import { douyin } from '../douyin/douyin.connector.ts';
import { douyinOpen } from '../douyin-open/douyin-open.connector.ts';
import { orderCsv } from '../order-csv/order-csv.connector.ts';
import { shopify } from '../shopify/shopify.connector.ts';
import { tiktok } from '../tiktok/tiktok.connector.ts';
import { tiktokShop } from '../tiktok-shop/tiktok-shop.connector.ts';
import { twitch } from '../twitch/twitch.connector.ts';
import { webhook } from '../webhook/webhook.connector.ts';
import { woocommerce } from '../woocommerce/woocommerce.connector.ts';
import { youtube } from '../youtube/youtube.connector.ts';

/** Settings are checked by `manifest.settings` before a connector is handed them; the list knows no more of them. */
const CONNECTORS = [
  bilibiliOpen,
  douyin,
  youtube,
  twitch,
  bilibiliWeb,
  tiktok,
  shopify,
  woocommerce,
  tiktokShop,
  orderCsv,
  douyinOpen,
  webhook,
] as unknown as readonly Connector[];

const byKind = new Map(CONNECTORS.map((connector) => [connector.manifest.kind, connector]));

/** The connector of a kind, or null when there is none. Hand it settings that `checkSettings` gave. */
export function connectorOf(kind: string): Connector | null {
  return byKind.get(kind) ?? null;
}

/** What can be connected, in the order of the settings screen. */
export function connectorManifests(): ConnectorManifest[] {
  return CONNECTORS.map((connector) => connector.manifest);
}
