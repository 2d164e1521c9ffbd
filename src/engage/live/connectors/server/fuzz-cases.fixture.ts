// Every decoder of this folder with valid frames, for the fuzz bench.
import type { FuzzCase } from '../core/connector.contract.ts';
import { bilibiliOpenFuzz } from './bilibili-open/bilibili-open.fixture.ts';
import { bilibiliFuzz } from './bilibili-web/bilibili-web.fixture.ts';
import { douyinFuzz } from './douyin/douyin.fixture.ts';
import { douyinOpenFuzz } from './douyin-open/douyin-open.fixture.ts';
import { recordingFuzz } from './files/recordings.fixture.ts';
import { orderCsvFuzz } from './order-csv/order-csv.fixture.ts';
import { shopifyFuzz } from './shopify/shopify.fixture.ts';
import { tiktokFuzz } from './tiktok/tiktok.fixture.ts';
import { tiktokShopFuzz } from './tiktok-shop/tiktok-shop.fixture.ts';
import { twitchFuzz } from './twitch/twitch.fixture.ts';
import { webhookFuzz } from './webhook/webhook.fixture.ts';
import { wooCommerceFuzz } from './woocommerce/woocommerce.fixture.ts';
import { youtubeFuzz } from './youtube/youtube.fixture.ts';

export const fuzzCases: readonly FuzzCase[] = [
  bilibiliFuzz,
  bilibiliOpenFuzz,
  douyinFuzz,
  douyinOpenFuzz,
  webhookFuzz,
  ...tiktokFuzz,
  ...youtubeFuzz,
  ...twitchFuzz,
  ...shopifyFuzz,
  ...wooCommerceFuzz,
  ...tiktokShopFuzz,
  ...orderCsvFuzz,
  ...recordingFuzz,
];
