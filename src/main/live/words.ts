// The room's sentences in both languages, and how it says money, counts and time.
import en from '../../../locales/en/liveviewer.json' with { type: 'json' };
import zh from '../../../locales/zh-CN/liveviewer.json' with { type: 'json' };
import { sayMasks } from '../../kit/masks.ts';

export type Lang = 'zh-CN' | 'en';
export type Say = (key: string, values?: Record<string, string | number>) => string;

type Tree = { [key: string]: string | Tree };

export function langOf(asked: string): Lang {
  return /^zh/i.test(asked) ? 'zh-CN' : 'en';
}

export function sayIn(lang: Lang): Say {
  return (key, values = {}) => {
    const form = `${values.count}` === '1' && lang === 'en' ? 'one' : 'other';
    const text = found(lang, key) ?? found(lang, `${key}_${form}`) ?? '';
    return text.replace(/{{(\w+)}}/g, (_all, name: string) => String(values[name] ?? ''));
  };
}

function found(lang: Lang, key: string): string | undefined {
  let at: string | Tree | undefined = (lang === 'en' ? en : zh) as Tree;
  for (const part of key.split('.')) at = typeof at === 'object' ? at[part] : undefined;
  return typeof at === 'string' ? at : undefined;
}

/** Words of viewers, with what was masked in them named in the reader's language. */
export function saySaid(say: Say, text: string): string {
  return sayMasks(text, (kind) => say(`mask.${kind}`));
}

/** 12.3万 and 12.3K: a count that changes must not change its width all the time. */
export function sayCount(lang: Lang, count: number): string {
  return new Intl.NumberFormat(lang, {
    notation: count >= 10_000 ? 'compact' : 'standard',
    maximumFractionDigits: 1,
  }).format(count);
}

/** A part of a whole in whole percents; a few are never none. */
export function sayShare(share: number): string {
  return share > 0 && share < 0.005 ? '<1%' : `${Math.round(share * 100)}%`;
}

/** Minutes and seconds until then. */
export function sayLeft(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  const pad = (part: number) => String(part).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const rest = `${pad(Math.floor((seconds % 3600) / 60))}:${pad(seconds % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}
