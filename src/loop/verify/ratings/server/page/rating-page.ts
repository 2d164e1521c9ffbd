// Draws the page on which a reporter rates how his case was handled: no script, one column, five large targets.
import { type Language, translator } from '../../../../../platform/i18n/translate.ts';
import { type Html, html } from '../../../../../platform/pages/html.ts';
import { documentOf } from '../../../../../platform/pages/page-frame.ts';
import { sayDate } from '../../../../../platform/pages/when.ts';
import { MAX_COMMENT } from '../../core/rating.contract.ts';
import { stars } from './rating-part.ts';

const SCORES = [1, 2, 3, 4, 5];

export interface RatingPageInput {
  shop: { name: string; timeZone: string };
  number: number;
  /** Path of this page: `/r/<token>`. */
  path: string;
  /** His status page, to go on reading. */
  statusPath: string | null;
  language: Language;
  now: Date;
  /** What he gave so far. */
  given: { score: number; comment: string | null } | null;
  /** Until when it may be given or changed; null when it is settled. */
  until: Date | null;
  /** Which score is chosen in the form: from the letter's link, from the form just sent, or the one given. */
  chosen: number | null;
  /** What was typed and not taken, so that nothing is lost. */
  typed: string | null;
  said: boolean;
  problem: 'missing_score' | 'too_large_comment' | 'too_many_requests' | 'rating_settled' | null;
}

/** @returns the whole document */
export function ratingPage(input: RatingPageInput): string {
  const { language, shop, given } = input;
  const t = translator(language);
  const thanked = given !== null && input.problem === null;
  const headline = thanked ? t('ratings:page.thanks') : t('ratings:page.question');
  return documentOf(
    { language, shop: shop.name, title: t('ratings:page.title', { shop: shop.name }), path: input.path },
    html`<main>
<h1>${headline}</h1>
<p class="lead">${leadOf(input)}</p>
<p class="meta">${t('status:number', { number: input.number })}</p>
${given ? html`<p class="gave"><span class="stars" aria-hidden="true">${stars(given.score)}</span> ${t('ratings:page.gave', { score: given.score, word: t(`ratings:score.${given.score}`) })}</p>` : null}
${formOf(input)}
${input.statusPath ? html`<p class="back"><a href="${input.statusPath}?lang=${language}">${t('ratings:page.back')}</a></p>` : null}
</main>`,
  );
}

function leadOf(input: RatingPageInput): string {
  const t = translator(input.language);
  const { given } = input;
  if (!given) return t('ratings:page.lead', { shop: input.shop.name });
  if (given.score <= 2) return t('ratings:page.low');
  return t('ratings:page.noted', { shop: input.shop.name });
}

function formOf(input: RatingPageInput): Html | null {
  const { language, given, until, problem } = input;
  const t = translator(language);
  const trouble = problem
    ? html`<p class="note bad" id="problem" role="alert">${t(`ratings:problem.${problem}`, { count: MAX_COMMENT })}</p>`
    : null;
  if (!until) return trouble ?? (given ? html`<p class="small">${t('ratings:page.settled')}</p>` : null);
  const form = html`${trouble}<form method="post" action="${input.path}?lang=${language}">
<fieldset class="choose"><legend>${t('ratings:page.choose')}</legend><div class="scores">${SCORES.map(
    (score) =>
      html`<label><input type="radio" name="score" value="${score}"${input.chosen === score ? html` checked` : null} required><span><b>${score}</b><i>${t(`ratings:score.${score}`)}</i></span></label>`,
  )}</div></fieldset>
<label for="comment">${t('ratings:page.comment')}</label>
<textarea id="comment" name="comment" class="short" rows="3" maxlength="${MAX_COMMENT}" aria-describedby="hint">
${input.typed ?? given?.comment ?? ''}</textarea>
<p class="hint small" id="hint">${t('ratings:page.hint', { count: MAX_COMMENT })}</p>
<button type="submit">${t(given ? 'ratings:page.save' : 'ratings:page.send')}</button></form>`;
  const ends = given
    ? t('ratings:page.until', { when: sayDate(until, input.now, language, input.shop.timeZone) })
    : t('ratings:page.open_until', { when: sayDate(until, input.now, language, input.shop.timeZone) });
  if (given && problem === null) {
    const open = given.comment === null ? t('ratings:page.add') : t('ratings:page.change');
    // Another score of the letter was tapped, or nothing was said yet to a low one: the form lies open.
    const isOpen = input.chosen !== given.score || (given.score <= 2 && given.comment === null);
    return html`<details${isOpen ? html` open` : null}><summary>${open}</summary><p class="small">${ends}</p>${form}</details>`;
  }
  return html`<div class="ask">${form}<p class="small">${ends}</p></div>`;
}
