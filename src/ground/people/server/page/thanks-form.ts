// The small form by which a customer says how he wants to be thanked; for any page that knows who he is.
import { type Language, translator } from '../../../../platform/i18n/translate.ts';
import { type Html, html } from '../../../../platform/pages/html.ts';
import { NICKNAME_MOST, type NicknameRefusal } from '../../core/nickname.ts';
import type { Thanks } from '../person.reads.ts';

export interface ThanksForm {
  language: Language;
  /** Where the form is sent: it posts `nickname`, or `withdraw` = yes. */
  action: string;
  thanks: Thanks;
  /** What was just done, to be said. */
  said?: 'thanked' | 'unthanked' | null;
  /** What was wrong with the name just sent, and the name, so that nothing typed is lost. */
  problem?: { code: NicknameRefusal; text: string } | null;
}

/** What a form of this kind asks for: a name, or null to take it back. */
export function nicknameFrom(body: Record<string, unknown> | null | undefined): unknown {
  return body?.withdraw === 'yes' ? null : body?.nickname;
}

/** @returns a closed section with the form; open where something is to be read in it */
export function thanksForm({ language, action, thanks, said, problem }: ThanksForm): Html {
  const t = translator(language);
  const isOpen = problem || said ? html` open` : null;
  const title = thanks.nickname === null ? t('thanks:title') : t('thanks:title_given', { name: thanks.nickname });
  return html`<details id="thanks"${isOpen}><summary>${title}</summary>
${said ? html`<p class="note" role="status">${t(`thanks:said.${said}`)}</p>` : null}
${problem ? html`<p class="note bad" id="thanks-problem" role="alert">${t(`thanks:problem.${problem.code}`, { count: NICKNAME_MOST })}</p>` : null}
<form method="post" action="${action}"><label for="nickname">${t('thanks:label')}</label>
<input type="text" id="nickname" name="nickname" maxlength="${NICKNAME_MOST * 2}" autocomplete="nickname" value="${problem?.text ?? thanks.nickname ?? ''}" aria-describedby="thanks-hint${problem ? ' thanks-problem' : ''}"${problem ? html` aria-invalid="true"` : null}>
<p class="hint small" id="thanks-hint">${t('thanks:hint')}</p><button type="submit">${t('thanks:agree')}</button></form>
${
  thanks.nickname === null
    ? null
    : html`<form method="post" action="${action}"><input type="hidden" name="withdraw" value="yes"><button type="submit" class="second">${t('thanks:withdraw')}</button></form>`
}</details>`;
}
