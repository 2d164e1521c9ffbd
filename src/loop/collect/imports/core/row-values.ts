// Small readings of single values: channel and language words, addresses, and what is kept beside a feedback.
import { z } from 'zod';
import { CHANNELS, type Channel } from '../../intake/core/feedback.contract.ts';

const CHANNEL_WORDS: Record<string, Channel> = {
  评价: 'review',
  评论: 'review',
  商品评价: 'review',
  reviews: 'review',
  reviewsite: 'review',
  客服: 'chat',
  聊天: 'chat',
  在线客服: 'chat',
  support: 'chat',
  livechat: 'chat',
  im: 'chat',
  ticket: 'chat',
  热线: 'hotline',
  电话: 'hotline',
  phone: 'hotline',
  call: 'hotline',
  callcenter: 'hotline',
  邮件: 'email',
  mail: 'email',
  问卷: 'questionnaire',
  survey: 'questionnaire',
  nps: 'questionnaire',
  questionnaires: 'questionnaire',
  form: 'questionnaire',
  应用内: 'widget',
  小程序: 'widget',
  app: 'widget',
  inapp: 'widget',
  feedbackform: 'widget',
  website: 'widget',
  社区: 'community',
  论坛: 'community',
  forum: 'community',
  社交: 'social',
  微博: 'social',
  小红书: 'social',
  twitter: 'social',
  weibo: 'social',
  socialmedia: 'social',
  facebook: 'social',
  instagram: 'social',
  直播: 'live',
  直播间: 'live',
  弹幕: 'live',
  danmaku: 'live',
  livestream: 'live',
  其他: 'other',
  其它: 'other',
};

/** The channel a word means; null when it means none we know. */
export function readChannel(value: string): Channel | null {
  const key = value
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, '');
  if ((CHANNELS as readonly string[]).includes(key)) return key as Channel;
  return CHANNEL_WORDS[key] ?? null;
}

/** zh-CN or en; undefined for any other language, which the engine finds out from the text. */
export function readLocale(value: string | undefined): 'zh-CN' | 'en' | undefined {
  if (value === undefined) return undefined;
  const key = value.trim().toLowerCase();
  if (/^(zh|cn|chinese|中文|简体)/.test(key)) return 'zh-CN';
  if (/^(en|eng|english|英文|英语)/.test(key)) return 'en';
  return undefined;
}

const emailShape = z.email().max(320);

/** The address in lower case; null when it is none. */
export function readEmail(value: string): string | null {
  const bare = value.trim().toLowerCase();
  return emailShape.safeParse(bare).success ? bare : null;
}

/** What fits beside a feedback: the gate takes at most 8 KB of JSON. */
const META_BYTES = 7_500;

/**
 * Puts what is kept under its own names and the other columns under `columns`, cut to what the gate takes; `cut` says
 * that something was left out.
 */
export function boundedMeta(
  kept: Record<string, unknown>,
  columns: Record<string, string>,
): Record<string, unknown> | undefined {
  const meta: Record<string, unknown> = {};
  const rest: Record<string, string> = {};
  let left = META_BYTES;
  let isCut = false;
  const trim = (key: string, value: string): string | null => {
    left -= jsonBytes(key) + 6;
    const size = jsonBytes(value);
    if (size <= left) {
      left -= size;
      return value;
    }
    isCut = true;
    if (left < 40) return null;
    const part = value.slice(0, Math.floor(left / 6));
    left -= jsonBytes(part);
    return part;
  };
  for (const [key, value] of Object.entries(kept)) {
    if (typeof value !== 'string') {
      meta[key] = value;
      continue;
    }
    const part = trim(key, value);
    if (part !== null) meta[key] = part;
  }
  for (const key in columns) {
    const part = trim(key, columns[key]!);
    if (part !== null) rest[key] = part;
  }
  if (Object.keys(rest).length > 0) meta.columns = rest;
  if (isCut) meta.cut = true;
  return Object.keys(meta).length > 0 ? meta : undefined;
}

/** Upper bound of a text's bytes inside JSON: three for other than ASCII, six for what is escaped. */
function jsonBytes(text: string): number {
  let bytes = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    bytes +=
      code < 0x20 ? 6 : code === 0x22 || code === 0x5c ? 2 : code < 0x80 ? 1 : code >= 0xd800 && code <= 0xdfff ? 6 : 3;
  }
  return bytes;
}
