// Draws the reporter's page from what he may see.
import { type Language, type Translate, translator } from '../../../../../platform/i18n/translate.ts';
import { type Html, html } from '../../../../../platform/pages/html.ts';
import { documentOf, type PageFrame } from '../../../../../platform/pages/page-frame.ts';
import { sayDate, sayWhen } from '../../../../../platform/pages/when.ts';
import type { PublicStep } from '../../core/page-steps.ts';
import type { OwnVoice, StatusFacts } from '../status.reads.ts';
import { answerForms, type FormState } from './answer-forms.ts';

/** Marks that masking leaves, as the text engine writes them. */
const HIDDEN = /\[(phone|id|card|email|address|order|plate|wechat)\]/g;

export interface StatusPageInput {
  facts: StatusFacts;
  /** Path of this page: `/s/<token>`. */
  path: string;
  language: Language;
  now: Date;
  form: FormState;
  /** What a later room asks of him once it is resolved. */
  aftercare: Html | null;
  /** His proof of what he said. */
  receipt: Html | null;
  /** How he may be thanked; null where nobody knows who he is. */
  thanks: Html | null;
}

/** @returns the whole document */
export function statusPage(input: StatusPageInput): string {
  const { facts, language, now } = input;
  const t = translator(language);
  const frame: PageFrame = {
    language,
    shop: facts.shop.name,
    title: t('status:title', { shop: facts.shop.name }),
    path: input.path,
  };
  const number = facts.found ? html`<p class="meta">${t('status:number', { number: facts.found.number })}</p>` : null;
  return documentOf(
    frame,
    html`<main id="main">
${input.form.said ? html`<p class="note" role="status">${t(`status:said.${input.form.said}`)}</p>` : null}
<h1>${headline(t, facts)}</h1>
<p class="lead">${lead(t, facts)}</p>
${promises(t, facts, language, now)}
${commitments(t, facts, language, now)}
${number}
${sections(facts, {
  form: answerForms({ t, path: input.path, language, facts, form: input.form }),
  steps: html`<section aria-labelledby="steps"><h2 id="steps">${t('status:heading.steps')}</h2>
<ol class="steps">${stepList(t, facts, language, now)}</ol></section>`,
  words: conversation(t, facts, language, now),
  care: input.aftercare,
})}
${voices(t, input)}
${input.receipt}
${input.thanks}
</main>`,
  );
}

/** What we ask of him comes first: our words and the form while we wait for him, the question once it is resolved. */
function sections(
  facts: StatusFacts,
  parts: Record<'form' | 'steps' | 'words' | 'care', Html | null>,
): (Html | null)[] {
  if (facts.stage === 'waiting_for_you') return [parts.words, parts.form, parts.steps];
  if (facts.stage === 'resolved' && facts.verdict === null) return [parts.form, parts.care, parts.steps, parts.words];
  return [parts.care, parts.steps, parts.words, parts.form];
}

function headline(t: Translate, facts: StatusFacts): string {
  if (facts.stage === 'resolved' && facts.verdict === true) return t('status:headline.resolved_yes');
  return t(`status:headline.${facts.stage}`);
}

function lead(t: Translate, facts: StatusFacts): string {
  if (facts.stage === 'resolved' && facts.verdict === true) return t('status:lead.resolved_yes');
  if (!facts.found) return t('status:lead.not_yet', { shop: facts.shop.name });
  return t(`status:lead.${facts.stage}`, { shop: facts.shop.name });
}

function promises(t: Translate, facts: StatusFacts, language: Language, now: Date): Html[] {
  const line = (key: string, due: Date) => {
    const late = due.getTime() < now.getTime();
    const text = t(`status:promise.${key}${late ? '_late' : ''}`, {
      when: sayDate(due, now, language, facts.shop.timeZone),
    });
    return html`<p class="${late ? 'promise late' : 'promise'}">${text}</p>`;
  };
  const lines: Html[] = [];
  if (facts.answerBy) lines.push(line('answer', facts.answerBy));
  if (facts.solvedBy && (!facts.answerBy || facts.solvedBy > facts.answerBy))
    lines.push(line('solved', facts.solvedBy));
  return lines;
}

/** What members promised him, each with its day and whether it was done. */
function commitments(t: Translate, facts: StatusFacts, language: Language, now: Date): Html | null {
  if (facts.promises.length === 0) return null;
  const lines = facts.promises.map((one) => {
    const done = one.state === 'kept';
    const late = !done && one.dueAt.getTime() <= now.getTime();
    const when = sayDate(done && one.settledAt ? one.settledAt : one.dueAt, now, language, facts.shop.timeZone);
    const key = done ? 'kept' : late ? 'late' : 'open';
    return html`<p class="${late ? 'promise late' : 'promise'}"><b>${one.text}</b><br>${t(`status:commitment.${key}`, { when })}</p>`;
  });
  return html`<section aria-labelledby="commitments"><h2 id="commitments">${t('status:heading.commitments')}</h2>
${lines}</section>`;
}

function stepList(t: Translate, facts: StatusFacts, language: Language, now: Date): Html[] {
  const current = facts.steps.findLastIndex((step) => step.atMs !== null);
  return facts.steps.map((step: PublicStep, index) => {
    const state = index < current ? 'done' : index === current ? 'now' : 'next';
    const when = step.atMs === null ? null : timeTag(new Date(step.atMs), now, language, facts.shop.timeZone);
    const current_ = state === 'now' ? html` aria-current="step"` : null;
    return html`<li class="${state}"${current_}>${t(`status:step.${step.stage}`)}${when}</li>`;
  });
}

function timeTag(at: Date, now: Date, language: Language, timeZone: string): Html {
  return html`<time datetime="${at.toISOString()}" title="${sayDate(at, now, language, timeZone)}">${sayWhen(at, now, language, timeZone)}</time>`;
}

function conversation(t: Translate, facts: StatusFacts, language: Language, now: Date): Html | null {
  if (facts.words.length === 0) return null;
  const words = facts.words.map((word) => {
    const mine = word.kind === 'message';
    const who = mine ? t('status:you') : (word.authorName ?? facts.shop.name);
    return html`<div class="said ${mine ? 'mine' : 'theirs'}"><p class="by"><b>${who}</b> · ${timeTag(word.at, now, language, facts.shop.timeZone)}</p>
<div class="word">${mine ? sayHidden(t, word.text) : word.text}</div></div>`;
  });
  return html`<section aria-labelledby="words"><h2 id="words">${t('status:heading.words')}</h2>${words}</section>`;
}

function voices(t: Translate, { facts, language, now, path }: StatusPageInput): Html | null {
  if (facts.voices.length === 0) return null;
  const said = facts.voices.map(
    (
      voice: OwnVoice,
    ) => html`<div class="said"><p class="by">${t(`status:channel.${voice.channel}`, undefined, t('status:channel.other'))} · ${timeTag(voice.at, now, language, facts.shop.timeZone)}</p>
<blockquote class="voice">${voiceHead(t, voice)}${sayHidden(t, voice.text)}</blockquote>${ownPhotos(t, voice, path)}</div>`,
  );
  return html`<section aria-labelledby="voices"><h2 id="voices">${t('status:heading.voices')}</h2>${said}</section>`;
}

/** The marks left by masking, in words a customer understands. */
function sayHidden(t: Translate, text: string): string {
  return text.replace(HIDDEN, (_mark, kind: string) => t(`status:hidden.${kind}`));
}

function voiceHead(t: Translate, voice: OwnVoice): Html | null {
  const stars =
    voice.rating === null
      ? null
      : html`<span class="stars" role="img" aria-label="${t('status:stars', { count: voice.rating })}">${'★'.repeat(Math.round(voice.rating))}${'☆'.repeat(5 - Math.round(voice.rating))}</span> `;
  if (!stars && !voice.productName && !voice.title) return null;
  const about = [voice.productName, voice.title].filter(Boolean).join(' · ');
  return html`<span class="of">${stars}${about}</span>`;
}

/** His own pictures, with what he pointed at in words. */
function ownPhotos(t: Translate, voice: OwnVoice, path: string): Html | null {
  if (voice.photos.length === 0) return null;
  const one = (photo: OwnVoice['photos'][number], index: number) =>
    html`<li><a href="${path}/photos/${photo.id}"><img src="${path}/photos/${photo.id}?size=small" alt="${t('pagephotos:own', { number: index + 1 })}" width="${photo.width}" height="${photo.height}" loading="lazy"></a>${photo.pins.map((pin, at) => (pin.note ? html`<span class="small">${at + 1} · ${sayHidden(t, pin.note)}</span>` : null))}</li>`;
  return html`<ul class="photos">${voice.photos.map(one)}</ul>`;
}
