// Draws the pages of a questionnaire: one question, or the word at the end.
import { translator } from '../../../../../platform/i18n/translate.ts';
import { Html, html } from '../../../../../platform/pages/html.ts';
import { documentOf } from '../../../../../platform/pages/page-frame.ts';
import type { AnswerValue, FormDefinition, FormLanguage } from '../../core/form.contract.ts';
import { fieldsOf, inWords } from './fields.ts';
import { EMBED_STYLE, FORM_STYLE, PREVIEW_STYLE } from './form-style.ts';

export interface FormFrame {
  shop: string;
  language: FormLanguage;
  definition: FormDefinition;
  /** Where the form is sent and the language switch leads, with its query but for the language; null in a preview. */
  address: string | null;
  embedded: boolean;
}

export interface QuestionState {
  questionId: string;
  value: AnswerValue;
  /** 0-1. */
  progress: number;
  isFirst: boolean;
  /** Whether nothing is asked after this one, as far as one can tell. */
  isLast: boolean;
  /** Key under `forms:problem`. */
  problem: string | null;
  /** Opens the answer where there are no cookies; null where a cookie does. */
  token: string | null;
}

/** @returns the whole document */
export function questionPage(frame: FormFrame, state: QuestionState): string {
  const { definition, language } = frame;
  const t = translator(language);
  const question = definition.questions.find((one) => one.id === state.questionId)!;
  const title = inWords(definition.title, language);
  const intro = inWords(definition.intro, language);
  const help = inWords(question.help, language);
  const optional = question.required ? null : html` <span class="opt">${t('forms:field.optional')}</span>`;
  const percent = Math.round(state.progress * 100);
  const about = [help && 'help', state.problem && 'problem'].filter(Boolean).join(' ');
  const head = state.isFirst
    ? html`<h1>${title}</h1>${intro ? html`<p class="intro">${intro}</p>` : null}`
    : html`<p class="of">${title}</p>`;
  const back = state.isFirst
    ? null
    : html`<button type="submit" name="go" value="back" class="second" formnovalidate>${t('forms:page.back')}</button>`;
  const form = html`<form method="post"${frame.address ? html` action="${frame.address}"` : null}>
<input type="hidden" name="q" value="${question.id}">${state.token ? html`<input type="hidden" name="a" value="${state.token}">` : null}
<fieldset${about ? html` aria-describedby="${about}"` : null}><legend id="ask">${inWords(question.title, language)}${optional}</legend>
${help ? html`<p class="help" id="help">${help}</p>` : null}
${state.problem ? html`<p class="note bad" id="problem" role="alert">${t(`forms:problem.${state.problem}`)}</p>` : null}
<div class="fields">${fieldsOf({ t, language, question, value: state.value })}</div></fieldset>
<div class="go"><button type="submit" name="go" value="next"${frame.address ? null : html` disabled`}>${t(state.isLast ? 'forms:page.send' : 'forms:page.next')}</button>${back}</div>
</form>`;
  return document(
    frame,
    title,
    html`<main class="q" id="main"><progress max="100" value="${percent}" aria-label="${t('forms:page.progress')}">${percent}%</progress>
${head}
${form}</main>`,
  );
}

/** @param key under `forms:end`, for example `thanks` */
export function endPage(frame: FormFrame, key: string): string {
  const { definition, language } = frame;
  const t = translator(language);
  const own = key === 'thanks' ? inWords(definition.thanks, language) : '';
  return document(
    frame,
    inWords(definition.title, language),
    html`<main class="lost" id="main"><h1>${t(`forms:end.${key}.title`)}</h1><p class="lead" style="white-space:pre-line">${own || t(`forms:end.${key}.text`, { shop: frame.shop })}</p></main>`,
  );
}

function document(frame: FormFrame, title: string, body: Html): string {
  const t = translator(frame.language);
  const twoLanguages = frame.definition.languages.length > 1;
  const extra = frame.embedded ? EMBED_STYLE : frame.address ? '' : PREVIEW_STYLE;
  return documentOf(
    {
      language: frame.language,
      shop: frame.shop,
      title: title || frame.shop,
      path: twoLanguages && !frame.embedded ? frame.address : null,
      foot: frame.embedded ? null : t('forms:page.foot', { shop: frame.shop }),
    },
    html`${new Html(`<style>${FORM_STYLE}${extra}</style>`)}${body}`,
  );
}
