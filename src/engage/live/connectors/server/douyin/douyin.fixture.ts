// Calls of Douyin's live data push in the shape of the official documentation, and its examples of signatures.
import type { FuzzCase } from '../../core/connector.contract.ts';
import { DOUYIN_TYPES, decodeDouyin } from './decode-douyin.ts';

/** Official documentation example (user_group) and one derived with the same rule (live_gift); both recomputed. */
export const douyinVectors = [
  { type: 'user_group', signature: 'GAkalGmhzqlUGQO/TgvMug==' },
  { type: 'live_gift', signature: 'PDcKhdlsrKEJif6uMKD2dw==' },
].map(({ type, signature }) => ({
  headers: { 'x-nonce-str': '123456', 'x-timestamp': '456789', 'x-roomid': '268', 'x-msg-type': type },
  body: 'abc123你好',
  secret: '123abc',
  signature,
}));

const who = { sec_openid: 'sec-1', avatar_url: 'https://example.test/a.png', nickname: '小雨' };
export const douyinCalls: Record<(typeof DOUYIN_TYPES)[number], string> = {
  live_comment: JSON.stringify([
    { msg_id: '7300000000000000001', ...who, content: '3号链接多少钱', timestamp: 1_764_000_000_123 },
    { msg_id: '7300000000000000002', ...who, content: '发什么快递', timestamp: 1_764_000_000_456 },
  ]),
  live_gift: JSON.stringify([
    {
      msg_id: '7300000000000000003',
      ...who,
      sec_gift_id: 'gift-a',
      gift_num: 3,
      gift_value: 300,
      timestamp: 1_764_000_001_000,
    },
    {
      msg_id: '7300000000000000004',
      ...who,
      sec_gift_id: 'gift-b',
      gift_num: 1,
      gift_value: 990,
      timestamp: 1_764_000_001_500,
      test: true,
    },
  ]),
  live_like: JSON.stringify([{ msg_id: '7300000000000000005', ...who, like_num: 12, timestamp: 1_764_000_002_000 }]),
  live_fansclub: JSON.stringify([
    { msg_id: '7300000000000000006', ...who, fansclub_reason_type: 2, fansclub_level: 1, timestamp: 1_764_000_003_000 },
    { msg_id: '7300000000000000007', ...who, fansclub_reason_type: 1, fansclub_level: 5, timestamp: 1_764_000_003_500 },
  ]),
};

const seeds = Object.values(douyinCalls).map((text) => new TextEncoder().encode(text));
export const douyinFuzz: FuzzCase = {
  name: 'douyin',
  seeds,
  decode(data) {
    const read = DOUYIN_TYPES.map((type) => decodeDouyin(type, data) ?? { events: [], unread: 1 });
    return { events: read.flatMap(({ events }) => events), unread: read.reduce((sum, { unread }) => sum + unread, 0) };
  },
};
