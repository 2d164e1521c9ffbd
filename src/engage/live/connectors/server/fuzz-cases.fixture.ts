// Every decoder of this folder with valid frames, for the fuzz bench.
import type { FuzzCase } from '../core/connector.contract.ts';
import { bilibiliOpenFuzz } from './bilibili-open/bilibili-open.fixture.ts';
import { bilibiliFuzz } from './bilibili-web/bilibili-web.fixture.ts';
import { douyinFuzz } from './douyin/douyin.fixture.ts';
import { douyinOpenFuzz } from './douyin-open/douyin-open.fixture.ts';
import { webhookFuzz } from './webhook/webhook.fixture.ts';

export const fuzzCases: readonly FuzzCase[] = [bilibiliFuzz, bilibiliOpenFuzz, douyinFuzz, douyinOpenFuzz, webhookFuzz];
