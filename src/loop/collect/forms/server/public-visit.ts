// What a visitor's request says: who he is, which language he wants, where the page may be framed.
import { randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Language } from '../../../../platform/i18n/translate.ts';
import { PAGE_POLICY } from '../../../../platform/pages/page-frame.ts';
import { FORM_LANGUAGES, type FormLanguage } from '../core/form.contract.ts';
import type { Visitor } from './find-answer.ts';
import type { StoredForm } from './stored-form.reads.ts';

/** Tells one device from another within one questionnaire, for half a year; says nothing anywhere else. */
const COOKIE = 'huiyin_q';
const COOKIE_SECONDS = 15_552_000;

export interface Visit {
  params: { key: string };
  query: Record<string, unknown>;
  body?: Record<string, unknown> | null | undefined;
  language: Language;
  request: FastifyRequest;
  reply: FastifyReply;
  origin: string;
  now: Date;
}

const text = (value: unknown) => (typeof value === 'string' && value !== '' && value.length <= 1500 ? value : null);

/** Whether the page is shown in a frame of another site. */
export function isEmbedded(visit: Visit): boolean {
  return visit.query.embed === '1';
}

/** Who is there, as far as address, form and cookie say. */
export function visitorOf(visit: Visit): Visitor {
  return {
    token: text(visit.body?.a) ?? text(visit.query.a),
    invitation: text(visit.query.i),
    context: text(visit.query.c),
    device: deviceOf(visit),
  };
}

function deviceOf(visit: Visit): string | null {
  const value = visit.request.cookies[COOKIE];
  return value && /^[A-Za-z0-9_-]{22,64}$/.test(value) ? value : null;
}

/** Gives a new device its cookie; in a foreign frame only where the browser keeps it apart for that site. */
export function rememberDevice(visit: Visit): void {
  if (deviceOf(visit)) return;
  const secure = visit.origin.startsWith('https:');
  const embedded = isEmbedded(visit);
  if (embedded && !secure) return;
  visit.reply.setCookie(COOKIE, randomBytes(18).toString('base64url'), {
    path: '/q/',
    httpOnly: true,
    maxAge: COOKIE_SECONDS,
    secure,
    ...(embedded ? { sameSite: 'none', partitioned: true } : { sameSite: 'lax' }),
  });
}

/** The language chosen on the page, else his browser's, else the questionnaire's; always one it speaks. */
export function languageOf(visit: Visit, form: StoredForm): FormLanguage {
  const spoken = form.definition.languages;
  const chosen = FORM_LANGUAGES.find((language) => language === visit.query.lang);
  const browser = visit.request.headers['accept-language'] ? visit.language : form.settings.language;
  return [chosen, browser, form.settings.language].find((one) => one && spoken.includes(one)) ?? spoken[0]!;
}

/** The address of this page with what must be carried on; `more` is added, the language only where it was chosen. */
export function addressOf(visit: Visit, more: Record<string, string | null> = {}, withLanguage = true): string {
  const query = new URLSearchParams();
  const carried = { i: visit.query.i, c: visit.query.c, a: visit.query.a, embed: visit.query.embed };
  const all = { ...carried, ...(withLanguage ? { lang: visit.query.lang } : {}), ...more };
  for (const [name, value] of Object.entries(all)) if (text(value)) query.set(name, value as string);
  const search = query.toString();
  return `/q/${encodeURIComponent(visit.params.key)}${search ? `?${search}` : ''}`;
}

/** Sends a page; a frame is allowed only to the sites the questionnaire names. */
export function sendPage(visit: Visit, status: number, page: string, origins: readonly string[]): void {
  headers(visit.reply, isEmbedded(visit) ? origins : [])
    .code(status)
    .type('text/html; charset=utf-8')
    .send(page);
}

/** Headers of every answer under `/q/`. */
export function headers(reply: FastifyReply, origins: readonly string[]): FastifyReply {
  const ancestors = origins.length > 0 ? `frame-ancestors ${origins.join(' ')}` : "frame-ancestors 'none'";
  // The older header knows no list of sites and would overrule ours in old browsers.
  if (origins.length > 0) reply.removeHeader('x-frame-options');
  return reply
    .header('content-security-policy', PAGE_POLICY.replace("frame-ancestors 'none'", ancestors))
    .header('cache-control', 'no-store')
    .header('x-robots-tag', 'noindex, nofollow')
    .header('referrer-policy', 'same-origin');
}
