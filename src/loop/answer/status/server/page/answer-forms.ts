// The forms of the reporter's page: answering back, and saying whether it is solved.
import type { Language, Translate } from '../../../../../platform/i18n/translate.ts';
import { type Html, html } from '../../../../../platform/pages/html.ts';
import { MAX_ANSWER } from '../../core/status.contract.ts';
import type { StatusFacts } from '../status.reads.ts';

export interface FormState {
  /** What was just done, to be thanked for. */
  said: 'sent' | 'yes' | 'no' | null;
  /** What was wrong with the words just sent, and the words, so that nothing typed is lost. */
  problem: { code: 'missing_text' | 'too_large_text' | 'too_many_requests' | 'not_resolved'; text: string } | null;
}

interface FormInput {
  t: Translate;
  path: string;
  language: Language;
  facts: StatusFacts;
  form: FormState;
}

/** What may be said now: nothing before there is a case, a verdict once it is resolved, words otherwise. */
export function answerForms(input: FormInput): Html | null {
  const { t, facts, form } = input;
  if (!facts.found) return null;
  if (facts.stage === 'resolved' && facts.verdict === null) {
    return html`<div class="ask">${problem(input)}
<form method="post" action="${action(input, 'verdict')}"><input type="hidden" name="solved" value="yes"><button type="submit">${t('status:verdict.yes')}</button></form>
${notSolved(input)}</div>`;
  }
  if (facts.stage === 'resolved' || facts.stage === 'verified') {
    return html`<details${form.problem ? html` open` : null}><summary>${t('status:verdict.again')}</summary>${problem(input)}${notSolved(input)}</details>`;
  }
  const waiting = facts.stage === 'waiting_for_you';
  return html`<div class="ask">${problem(input)}
<form method="post" action="${action(input, 'messages')}">${words(input, waiting ? 'status:form.reply' : 'status:form.add')}<button type="submit">${t('status:form.send')}</button></form></div>`;
}

function notSolved(input: FormInput): Html {
  const { t } = input;
  return html`<form method="post" action="${action(input, 'verdict')}"><input type="hidden" name="solved" value="no">
${words(input, 'status:verdict.still', true)}<button type="submit" class="second">${t('status:verdict.no')}</button></form>`;
}

function words({ t, form }: FormInput, label: string, short = false): Html {
  // A browser drops the first line break in a textarea, so one is put there for it to drop.
  return html`<label for="text">${t(label)}</label>
<textarea id="text" name="text"${short ? html` class="short"` : null} maxlength="${MAX_ANSWER}" rows="${short ? 3 : 5}" aria-describedby="hint${form.problem ? ' problem' : ''}"${form.problem ? html` aria-invalid="true"` : null}>
${form.problem?.text ?? ''}</textarea>
<p class="hint small" id="hint">${t('status:form.hint', { count: MAX_ANSWER })}</p>`;
}

function problem({ t, form }: FormInput): Html | null {
  if (!form.problem) return null;
  const text = t(`status:problem.${form.problem.code}`, { count: MAX_ANSWER });
  return html`<p class="note bad" id="problem" role="alert">${text}</p>`;
}

function action({ path, language }: FormInput, what: 'messages' | 'verdict'): string {
  return `${path}/${what}?lang=${language}`;
}
