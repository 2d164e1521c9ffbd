// The page on which a customer says something: one short page, every field optional, photos without a script.
import type { Translate } from '../../../../../platform/i18n/translate.ts';
import { translator } from '../../../../../platform/i18n/translate.ts';
import { type Html, html } from '../../../../../platform/pages/html.ts';
import { inLanguage } from '../../../../../platform/pages/page-frame.ts';
import { MAX_WORDS } from '../../../../collect/visitors/core/visitor.contract.ts';
import { type SayForm, TOPICS } from '../../core/say-form.ts';
import { portalPath } from '../portal-nav.ts';
import { type PortalVisit, portalDocument, titleOf } from './portal-frame.ts';

export interface SayState {
  form: SayForm;
  /** What kept it from being sent; the words are still there. */
  problem: string | null;
}

export function sayPage(visit: PortalVisit, state: SayState): string {
  const shop = titleOf(visit);
  const say = translator(visit.language);
  return portalDocument(
    visit,
    {
      name: 'say',
      title: say('portal:say.title', { shop }),
      description: say('portal:say.description', { shop }),
      indexable: true,
    },
    (t) => html`<main id="main">
<h1>${t('portal:say.heading')}</h1>
<p class="lead">${t('portal:say.lead')}</p>
${state.problem ? problem(t, state) : null}
<form class="say" method="post" enctype="multipart/form-data" action="${inLanguage(portalPath(visit.shop.slug, 'say'), visit.language)}">
<input type="hidden" name="once" value="${state.form.once}"><input type="hidden" name="sku" value="${state.form.sku}">
${fields(t, state.form)}
<p class="hint small">${t('portal:say.consent', { shop })}</p>
<button type="submit">${t('portal:say.send')}</button>
</form>
</main>`,
  );
}

function problem(t: Translate, { problem: code }: SayState): Html {
  const known = t(`portal:problem.${code}`, undefined, '');
  return html`<p class="note bad" id="problem" role="alert">${known || t('portal:problem.invalid')} ${t('portal:say.photos_again')}</p>`;
}

function fields(t: Translate, form: SayForm): Html {
  const choice = (name: 'topic' | 'rating', value: string, label: string, shown?: Html) =>
    html`<label><input type="radio" name="${name}" value="${value}"${form[name] === value ? html` checked` : null}${shown ? html` aria-label="${label}"` : null}><span>${shown ?? label}</span></label>`;
  const text = (name: 'product' | 'order' | 'name' | 'email' | 'phone', type: string, more: Html | null = null) =>
    html`<div class="field"><label for="${name}">${t(`portal:say.${name}`)}</label><input id="${name}" name="${name}" type="${type}" value="${form[name]}"${more}></div>`;
  const star = (value: string) =>
    choice('rating', value, t(`portal:say.star.${value}`), html`${value} <i class="stars" aria-hidden="true">★</i>`);
  const contact = form.name || form.email || form.phone;
  return html`<fieldset><legend>${t('portal:say.topic')}</legend><div class="choices">${TOPICS.map((topic) => choice('topic', topic, t(`portal:say.topics.${topic}`)))}</div></fieldset>
<fieldset><legend>${t('portal:say.rating')}</legend><div class="choices">${['1', '2', '3', '4', '5'].map(star)}</div>
<p class="hint small">1 = ${t('portal:say.star.1')} · 5 = ${t('portal:say.star.5')}</p></fieldset>
<div class="field"><label for="text">${t('portal:say.words')}</label>
<textarea id="text" name="text" rows="5" maxlength="${MAX_WORDS}" aria-describedby="words-hint">
${form.text}</textarea><p class="hint small" id="words-hint">${t('portal:say.words_hint')}</p></div>
<div class="field"><label for="photos">${t('portal:say.photos')}</label><input id="photos" name="photos" type="file" multiple accept="image/jpeg,image/png,image/webp" aria-describedby="photos-hint"><p class="hint small" id="photos-hint">${t('portal:say.photos_hint')}</p></div>
${text('product', 'text', html` maxlength="300"`)}
${text('order', 'text', html` maxlength="100" autocomplete="off"`)}
<details${contact ? html` open` : null}><summary>${t('portal:say.contact')}</summary>
<p class="hint small">${t('portal:say.contact_hint')}</p>
${text('name', 'text', html` maxlength="60" autocomplete="name"`)}${text('email', 'email', html` maxlength="320" autocomplete="email"`)}${text('phone', 'tel', html` maxlength="40" autocomplete="tel"`)}</details>
<div class="${form.website ? 'field' : 'trap'}"${form.website ? null : html` aria-hidden="true"`}><label for="website">${t('portal:say.trap')}</label><input id="website" name="website" type="text" value="${form.website}" autocomplete="off"${form.website ? null : html` tabindex="-1"`}></div>`;
}
