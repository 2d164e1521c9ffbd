// Draws what one question is answered with; plain form controls, so that a page without any script can send them.
import type { Translate } from '../../../../../platform/i18n/translate.ts';
import { Html, html } from '../../../../../platform/pages/html.ts';
import {
  type AnswerValue,
  type FormLanguage,
  type FormQuestion,
  MAX_WORDS,
  SCALES,
  type Words,
} from '../../core/form.contract.ts';

export interface FieldsInput {
  t: Translate;
  language: FormLanguage;
  question: FormQuestion;
  value: AnswerValue;
}

/** Words in the reader's language, or in the other where there are none. */
export function inWords(words: Words, language: FormLanguage): string {
  return words[language] || words['zh-CN'] || words.en;
}

/** Named `v`, a matrix `r.<row>`, the line behind "other" `other`. */
export function fieldsOf(input: FieldsInput): Html {
  switch (input.question.kind) {
    case 'nps':
    case 'ces':
      return scale(input, input.question.kind);
    case 'csat':
      return satisfaction(input);
    case 'single':
    case 'multiple':
      return choices(input);
    case 'matrix':
      return matrix(input);
    case 'short_text':
      return html`<input type="text" name="v" id="v" maxlength="${MAX_WORDS.short_text}" value="${text(input.value)}" aria-labelledby="ask" autocomplete="off">`;
    case 'long_text':
      // A browser drops the first line break in a textarea, so one is put there for it to drop.
      return html`<textarea name="v" id="v" rows="5" maxlength="${MAX_WORDS.long_text}" aria-labelledby="ask">
${text(input.value)}</textarea>`;
  }
}

function text(value: AnswerValue): string {
  return typeof value === 'string' ? value : '';
}

function scale({ t, language, question, value }: FieldsInput, kind: 'nps' | 'ces'): Html {
  const [low, high] = SCALES[kind];
  return html`${boxes('v', low, high, typeof value === 'number' ? value : null, (score) => t('forms:field.score', { score, low, high }))}
<p class="ends"><span>${end(question.low, language, t, `${kind}.low`)}</span><span>${end(question.high, language, t, `${kind}.high`)}</span></p>`;
}

function end(words: Words, language: FormLanguage, t: Translate, key: string): string {
  return inWords(words, language) || t(`forms:scale.${key}`);
}

function boxes(name: string, low: number, high: number, chosen: number | null, label: (score: number) => string): Html {
  const scores = Array.from({ length: high - low + 1 }, (_, step) => low + step);
  const many = scores.length > 7;
  return html`<div class="${many ? 'boxes many' : 'boxes'}" style="--n:${scores.length}">${scores.map(
    (score) =>
      html`<label class="box"><input type="radio" name="${name}" value="${score}" aria-label="${label(score)}"${checked(score === chosen)}>${score}</label>`,
  )}</div>`;
}

function satisfaction({ t, language, question, value }: FieldsInput): Html {
  const words = (score: number) => {
    if (score === 1 && inWords(question.low, language)) return inWords(question.low, language);
    if (score === 5 && inWords(question.high, language)) return inWords(question.high, language);
    return t(`forms:scale.csat.${score}`);
  };
  return html`${[5, 4, 3, 2, 1].map(
    (score) =>
      html`<label class="pick"><input type="radio" name="v" value="${score}"${checked(value === score)}>${symbol(question.look, score)}<span>${words(score)}</span></label>`,
  )}`;
}

function symbol(look: 'faces' | 'stars', score: number): Html {
  if (look === 'stars')
    return html`<span class="stars" aria-hidden="true">${'★'.repeat(score)}${'☆'.repeat(5 - score)}</span>`;
  // From a mouth that hangs to one that laughs.
  const bend = [8.5, 12, 15, 17, 21][score - 1]!;
  const at = [17, 16, 15, 14, 13][score - 1]!;
  return new Html(
    `<svg class="face" width="30" height="30" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" aria-hidden="true"><circle cx="12" cy="12" r="9.5"/><path d="M8.6 9.3v.1M15.4 9.3v.1" stroke-width="2.2"/><path d="M7.6 ${at}Q12 ${bend} 16.4 ${at}"/></svg>`,
  );
}

function choices({ t, language, question, value }: FieldsInput): Html {
  const kind = question.kind === 'single' ? 'radio' : 'checkbox';
  const chosen = typeof value === 'object' && value !== null && 'options' in value ? value : { options: [] };
  const pick = (id: string, words: string) =>
    html`<label class="pick"><input type="${kind}" name="v" value="${id}"${checked(chosen.options.includes(id))}><span>${words}</span></label>`;
  const most =
    question.atMost && question.kind === 'multiple'
      ? html`<p class="help">${t('forms:field.at_most', { count: question.atMost })}</p>`
      : null;
  return html`${most}${question.options.map((option) => pick(option.id, inWords(option.text, language)))}${
    question.other
      ? html`${pick('other', t('forms:field.other'))}<div class="other"><label for="other">${t('forms:field.other_hint')}</label><input type="text" id="other" name="other" maxlength="${MAX_WORDS.other}" value="${chosen.other ?? ''}" autocomplete="off"></div>`
      : null
  }`;
}

function matrix({ t, language, question, value }: FieldsInput): Html {
  const rows = typeof value === 'object' && value !== null && 'rows' in value ? value.rows : {};
  const ends = html`<p class="ends"><span>1 · ${end(question.low, language, t, 'matrix.low')}</span><span>${end(question.high, language, t, 'matrix.high')} · ${question.scale}</span></p>`;
  return html`${question.rows.map((row) => {
    const words = inWords(row.text, language);
    return html`<div class="mrow" role="radiogroup" aria-label="${words}"><h3>${words}</h3>${boxes(
      `r.${row.id}`,
      1,
      question.scale,
      rows[row.id] ?? null,
      (score) => t('forms:field.score', { score, low: 1, high: question.scale }),
    )}</div>`;
  })}${ends}`;
}

function checked(is: boolean): Html | null {
  return is ? html` checked` : null;
}
