// The smaller parts of the room: its head, the card of what is on air, a passing notice, and what the sheets say.

import type { RoomSight } from '../../engage/live/viewer/core/apply-frame.ts';
import type { FrameOnAir, OwnAsk } from '../../engage/live/viewer/core/frame.contract.ts';
import { HIDE_REASONS } from '../../engage/live/viewer/core/hide-reason.ts';
import type { PublicProduct, PublicRoom } from '../../engage/live/viewer/core/viewer.contract.ts';
import { moneyText } from '../../kit/money.ts';
import { ECHO, h, icon } from '../widget/dom.ts';
import { priceOf } from './shelf-part.ts';
import { type Lang, type Say, saySaid } from './words.ts';

const INFO = ['M12 3.5a8.5 8.5 0 1 0 0 17a8.5 8.5 0 1 0 0-17z', 'M12 11v5.5', 'M12 7.6v.1'];
const ASKS = ['M4 5h16v11H11l-4.5 4v-4H4z', 'M8.5 9.2h7M8.5 12.2h4.5'];
const FLY = ['M3 7h9M15 7h6M3 12h4M10 12h11M3 17h12M18 17h3'];

export function createHead(say: Say, deeds: { about: () => void; asks: () => void; fly: () => void }) {
  const title = h('h1');
  const shop = h('p');
  const online = h('span', { class: 'online' });
  const simulated = h('span', { class: 'tag simulated', hidden: true }, say('state.simulated'));
  const news = h('span', { class: 'dot', hidden: true });
  const about = h(
    'button',
    {
      type: 'button',
      class: 'round glass',
      'aria-label': say('about.title'),
      title: say('about.title'),
      onclick: deeds.about,
    },
    icon(...INFO),
  );
  const asks = h(
    'button',
    {
      type: 'button',
      class: 'round glass',
      'aria-label': say('asks.title'),
      title: say('asks.title'),
      hidden: true,
      onclick: deeds.asks,
    },
    icon(...ASKS),
    news,
  );
  const fly = h(
    'button',
    {
      type: 'button',
      class: 'round glass fly',
      'aria-label': say('danmaku'),
      title: say('danmaku'),
      onclick: deeds.fly,
    },
    icon(...FLY),
  );
  const element = h(
    'header',
    { class: 'head' },
    h('div', { class: 'who glass' }, h('span', { class: 'mark' }, icon(...ECHO)), h('div', {}, title, shop), online),
    simulated,
    h('div', { class: 'tools' }, fly, asks, about),
  );
  return {
    element,
    draw(info: PublicRoom | null, sight: RoomSight, count: (n: number) => string) {
      title.textContent = sight.room?.title ?? info?.title ?? '';
      shop.textContent = info?.shop ?? '';
      online.textContent = sight.n > 0 ? say('online', { count: count(sight.online) }) : '';
      simulated.hidden = !(sight.room?.isSimulated ?? info?.isSimulated);
    },
    setAsks(all: number, fresh: number) {
      asks.hidden = all === 0;
      news.hidden = fresh === 0;
    },
    setFlying(on: boolean) {
      fly.setAttribute('aria-pressed', String(on));
    },
  };
}

/** A word that passes: read out politely, gone after a while. */
export function createNotice() {
  const element = h('div', { class: 'notice', role: 'status' });
  let timer = 0;
  return {
    element,
    say(text: string, heading?: string) {
      clearTimeout(timer);
      element.replaceChildren(h('div', {}, heading ? h('strong', {}, heading) : '', h('span', {}, text)));
      timer = window.setTimeout(() => element.replaceChildren(), 4_000 + text.length * 120);
    },
  };
}

export function createOnAirCard(
  say: Say,
  lang: Lang,
  deeds: { open: () => void; ask: (product: { index: number | null; title: string }) => void },
) {
  const element = h('div', { class: 'on-air', hidden: true });
  let seen = '';
  return {
    element,
    draw(onAir: FrameOnAir | null, shelf: readonly PublicProduct[]) {
      const product = onAir && shelf.find((one) => one.productId === onAir.id);
      const now = JSON.stringify([onAir, product]);
      if (now === seen) return;
      seen = now;
      element.hidden = onAir === null;
      if (!onAir) return;
      const price = product
        ? priceOf(say, lang, product)
        : onAir.price
          ? h('p', { class: 'price' }, h('strong', {}, moneyText(onAir.price, lang)))
          : null;
      element.replaceChildren(
        h(
          'button',
          { type: 'button', class: 'what', onclick: deeds.open },
          h('span', { class: 'tag live' }, say('shelf.on_air')),
          h(
            'span',
            { class: 'name' },
            onAir.index === null ? '' : h('b', {}, say('shelf.number', { index: onAir.index }), ' '),
            onAir.title,
          ),
          price,
        ),
        h('button', { type: 'button', class: 'plain', onclick: () => deeds.ask(onAir) }, say('shelf.ask')),
      );
    },
  };
}

export function nameView(say: Say, name: string | null, save: (text: string) => void): HTMLElement {
  const field = h('input', { type: 'text', maxlength: 20, id: 'name', autocomplete: 'nickname' });
  field.value = name ?? '';
  const submit = (event: Event) => {
    event.preventDefault();
    save(field.value.trim());
  };
  return h(
    'form',
    { class: 'name-form', onsubmit: submit },
    h('label', { for: 'name' }, say('say.name')),
    field,
    h('p', { class: 'hint' }, say('say.name_hint')),
    h('button', { class: 'go' }, say('say.save')),
  );
}

export function asksView(say: Say, asks: readonly OwnAsk[]): HTMLElement {
  if (asks.length === 0) return h('p', { class: 'hint' }, say('asks.none'));
  return h(
    'ul',
    { class: 'asks' },
    ...asks.map((ask) =>
      h(
        'li',
        {},
        h('p', {}, saySaid(say, ask.text)),
        ask.answer === null ? h('p', { class: 'hint' }, say('asks.waiting')) : h('p', { class: 'done' }, ask.answer),
      ),
    ),
  );
}

/** Whose room it is, and how it is moderated: with the number of lines hidden for each reason. */
export function aboutView(say: Say, info: PublicRoom | null, sight: RoomSight): HTMLElement {
  const sums = Object.entries(sight.hidden);
  const known: readonly string[] = HIDE_REASONS;
  const label = (code: string) => say(`about.reason_${known.includes(code) ? code : 'other'}`);
  return h(
    'div',
    { class: 'about' },
    h('h3', {}, info?.title ?? ''),
    h('p', {}, info?.shop ?? ''),
    info?.isSimulated ? h('p', { class: 'bad' }, say('state.simulated')) : null,
    h('h4', {}, say('about.hidden')),
    sums.length === 0
      ? h('p', {}, say('about.none'))
      : h('dl', {}, ...sums.flatMap(([code, count]) => [h('dt', {}, label(code)), h('dd', {}, String(count))])),
    h('p', { class: 'hint' }, say('about.policy')),
  );
}
