// The widget's sentences in both languages, and how it says moments.
import en from '../../../locales/en/widgetbox.json' with { type: 'json' };
import zh from '../../../locales/zh-CN/widgetbox.json' with { type: 'json' };

export type Say = (key: string, values?: Record<string, string | number>) => string;
export type Lang = 'zh-CN' | 'en';

type Tree = { [key: string]: string | Tree };

export function sayIn(lang: Lang): Say {
  return (key, values = {}) => {
    let at: string | Tree | undefined = (lang === 'en' ? en : zh) as Tree;
    for (const part of key.split('.')) at = typeof at === 'object' ? at[part] : undefined;
    return (typeof at === 'string' ? at : '').replace(/{{(\w+)}}/g, (_all, name: string) => String(values[name] ?? ''));
  };
}

/** Today as an hour, other days with their date, in the reader's own zone. */
export function sayMoment(say: Say, lang: Lang, iso: string): string {
  const at = new Date(iso);
  const time = { hour: '2-digit', minute: '2-digit', hour12: false } as const;
  if (at.toDateString() === new Date().toDateString())
    return say('today', { time: new Intl.DateTimeFormat(lang, time).format(at) });
  return new Intl.DateTimeFormat(lang, { month: 'short', day: 'numeric', ...time }).format(at);
}
