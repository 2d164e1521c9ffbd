// The first view: stars, words, photos, an address if he likes, and one button.
import { h, icon, STAR } from './dom.ts';
import type { Looks, Sent, Voice } from './outbox.ts';
import { secret } from './outbox.ts';
import { photoField } from './photo-field.ts';
import type { Lang, Say } from './words.ts';

export interface Context {
  product?: string;
  sku?: string;
  order?: string;
  topic?: string;
  rating?: number;
  text?: string;
}

export function sayView(input: {
  say: Say;
  lang: Lang;
  looks: Looks;
  context: Context;
  formUrl: string | null;
  preview: boolean;
  send: (voice: Voice) => Promise<Sent>;
  onSent: (how: 'sent' | 'kept') => void;
}): HTMLElement {
  const { say, looks, context } = input;
  let rating = context.rating ?? 0;
  // One name for this voice, however often the button is pressed.
  const voice = secret(20);
  const problem = h('p', { class: 'bad', role: 'alert', hidden: true });
  const complain = (code: string | null) => {
    problem.hidden = code === null;
    problem.textContent = code && (say(`problem.${code}`) || say('problem.invalid'));
  };
  const rated = h('p', { class: 'rated', 'aria-hidden': 'true' });
  const stars = [1, 2, 3, 4, 5].map((value) => {
    const radio = h('input', {
      type: 'radio',
      name: 'rating',
      value,
      'aria-label': say(`rate_${value}`),
      onchange: () => rate(value),
    });
    radio.checked = value === rating;
    return h('label', { class: 'star' }, radio, icon(...STAR));
  });
  function rate(value: number) {
    rating = value;
    for (const [index, star] of stars.entries()) star.classList.toggle('on', index < value);
    rated.textContent = value ? say(`rate_${value}`) : '';
    complain(null);
  }
  rate(rating);
  const words = h('textarea', { id: 'words', maxlength: looks.maxWords, rows: 3, placeholder: say('words_hint') });
  words.value = context.text ?? '';
  const photos = photoField(say, looks.maxPhotos, complain);
  const email = h('input', { type: 'email', id: 'email', autocomplete: 'email', maxlength: 320 });
  const phone = h('input', { type: 'tel', id: 'phone', autocomplete: 'tel', maxlength: 40 });
  const go = h('button', { class: 'go' }, say('send'));
  let busy = false;

  async function submit(event: Event) {
    event.preventDefault();
    if (busy) return;
    const text = words.value.trim();
    if (!rating && !text && photos.photos().length === 0) return complain('missing_words');
    complain(null);
    if (input.preview) return input.onSent('sent');
    busy = true;
    go.setAttribute('aria-disabled', 'true');
    go.textContent = say('sending');
    const { product, sku, order, topic } = context;
    const sent = await input.send({
      voice,
      text,
      ...(rating ? { rating } : {}),
      locale: input.lang,
      saidAt: new Date().toISOString(),
      page: location.origin.slice(0, 100) + location.pathname.slice(0, 190),
      ...(product || sku ? { product: { ...(product ? { name: product } : {}), ...(sku ? { sku } : {}) } } : {}),
      ...(order ? { orderNo: order } : {}),
      ...(topic ? { topic } : {}),
      ...(email.value || phone.value
        ? {
            contact: {
              ...(email.value ? { email: email.value.trim() } : {}),
              ...(phone.value ? { phone: phone.value.trim() } : {}),
            },
          }
        : {}),
      photos: photos.photos(),
      pins: photos.pins(),
    });
    busy = false;
    go.removeAttribute('aria-disabled');
    go.textContent = say('send');
    if (typeof sent === 'string') input.onSent(sent);
    else complain(sent.refused);
  }

  return h(
    'form',
    { class: 'body', novalidate: true, onsubmit: submit },
    h('h2', { id: 'title' }, (input.lang === 'en' ? looks.greeting.en : looks.greeting.zh) || say('open')),
    h('fieldset', {}, h('legend', {}, say('rating')), ...stars),
    rated,
    h('label', { for: 'words' }, say('words')),
    words,
    photos.element,
    h(
      'details',
      {},
      h('summary', {}, say('contact')),
      h('label', { for: 'email' }, say('email')),
      email,
      h('label', { for: 'phone' }, say('phone')),
      phone,
      h('p', { class: 'hint' }, say('contact_hint')),
    ),
    input.formUrl && h('a', { href: input.formUrl, target: '_blank', rel: 'noopener' }, say('form')),
    problem,
    go,
    h('p', { class: 'fine' }, input.preview ? say('preview') : say('consent', { shop: looks.shop })),
  );
}
