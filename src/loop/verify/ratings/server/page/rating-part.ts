// The question on the reporter's status page: five scores, one tap each; or what he gave.
import { type Language, translator } from '../../../../../platform/i18n/translate.ts';
import { type Html, html } from '../../../../../platform/pages/html.ts';

const SCORES = [1, 2, 3, 4, 5];

/** @param input.path the rating's own page, which takes the tap */
export function ratingPart(input: { language: Language; path: string; score: number | null; takes: boolean }): Html {
  const { language, path, score } = input;
  const t = translator(language);
  if (score !== null) {
    const change = input.takes ? html` <a href="${path}?lang=${language}">${t('ratings:page.change')}</a>` : null;
    return html`<section class="rated" aria-labelledby="rated"><h2 id="rated">${t('ratings:page.yours')}</h2>
<p><span class="stars" aria-hidden="true">${stars(score)}</span> ${t(`ratings:score.${score}`)}${change}</p></section>`;
  }
  return html`<section class="rate" aria-labelledby="rate"><h2 id="rate">${t('ratings:page.question')}</h2>
<form method="post" action="${path}?lang=${language}" class="scores">${SCORES.map(
    (one) =>
      html`<button type="submit" name="score" value="${one}" class="second" aria-label="${t('ratings:page.give', { score: one, word: t(`ratings:score.${one}`) })}">${one}</button>`,
  )}</form>
<p class="small ends" aria-hidden="true"><span>${t('ratings:score.1')}</span><span>${t('ratings:score.5')}</span></p></section>`;
}

/** `★★★☆☆`. */
export function stars(score: number): string {
  return '★'.repeat(score) + '☆'.repeat(5 - score);
}
