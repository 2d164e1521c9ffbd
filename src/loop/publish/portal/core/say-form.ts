// Reads the portal's form as a browser without script sends it; what was typed is never lost.
import type { VisitorWords } from '../../../collect/visitors/core/visitor.contract.ts';

/** What a voice may be about; a plain word of the form, not a theme. */
export const TOPICS = ['quality', 'delivery', 'service', 'live', 'price', 'idea', 'other'] as const;
export type Topic = (typeof TOPICS)[number];

/** The fields as they were typed. */
export interface SayForm {
  once: string;
  topic: string;
  rating: string;
  text: string;
  product: string;
  sku: string;
  order: string;
  name: string;
  email: string;
  phone: string;
  /** Nobody sees this field; who fills it in is no person, or a person whose browser is too helpful. */
  website: string;
}

export const EMPTY_FORM: SayForm = {
  once: '',
  topic: '',
  rating: '',
  text: '',
  product: '',
  sku: '',
  order: '',
  name: '',
  email: '',
  phone: '',
  website: '',
};

const LONGEST: Record<keyof SayForm, number> = {
  once: 64,
  topic: 20,
  rating: 1,
  text: 4000,
  product: 300,
  sku: 200,
  order: 100,
  name: 60,
  email: 320,
  phone: 40,
  website: 200,
};

/** Keeps known fields, each cut to a sane length. */
export function readForm(fields: Record<string, unknown>): SayForm {
  const form = { ...EMPTY_FORM };
  for (const name of Object.keys(EMPTY_FORM) as (keyof SayForm)[]) {
    const value = fields[name];
    if (typeof value === 'string') form[name] = value.replace(/\r\n?/g, '\n').trim().slice(0, LONGEST[name]);
  }
  return form;
}

/** The form as a voice; its own checks come with the voice. */
export function wordsOf(form: SayForm, locale: 'zh-CN' | 'en'): Record<keyof VisitorWords, unknown> {
  const rating = /^[1-5]$/.test(form.rating) ? Number(form.rating) : undefined;
  const contact = { name: form.name || undefined, email: form.email || undefined, phone: form.phone || undefined };
  return {
    voice: form.once,
    text: form.text,
    rating,
    topic: (TOPICS as readonly string[]).includes(form.topic) ? form.topic : undefined,
    product: form.product || form.sku ? { name: form.product || undefined, sku: form.sku || undefined } : undefined,
    orderNo: form.order || undefined,
    contact,
    locale,
    saidAt: undefined,
    page: undefined,
    pins: [],
  };
}
