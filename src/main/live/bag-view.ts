// The lucky bag: what can be won, the chance as it stands, one tap to enter, a receipt, and after the draw a way to check it.

import type { FrameInteraction } from '../../engage/live/viewer/core/frame.contract.ts';
import { moneyText } from '../../kit/money.ts';
import { h, type Kid } from '../widget/dom.ts';
import type { GameContext } from './game-part.ts';

/** Prizes over people, with this viewer among them. */
export function chanceOf(prizes: number, people: number, isIn: boolean): number {
  return Math.min(1, prizes / Math.max(1, people + (isIn ? 0 : 1)));
}

function sayChance(lang: string, chance: number): string {
  const digits = chance >= 0.1 ? 0 : chance >= 0.01 ? 1 : 3;
  return new Intl.NumberFormat(lang, { style: 'percent', maximumFractionDigits: digits }).format(chance);
}

function receiptText(receipt: unknown): string {
  return typeof receipt === 'string' ? receipt : JSON.stringify(receipt);
}

export function bagView(context: GameContext, game: FrameInteraction): Kid[] {
  const { say, lang } = context;
  const own = context.own(game.interactionId);
  const prizes = game.prizes ?? [];
  const count = prizes.reduce((sum, prize) => sum + prize.count, 0);
  const winners = prizes.filter((prize) => prize.winners.length > 0);
  const isOpen = game.state === 'open';
  return [
    h(
      'ul',
      { class: 'prizes' },
      ...prizes.map((prize) =>
        h(
          'li',
          {},
          h('strong', {}, say('bag.prize', { name: prize.name, count: prize.count })),
          prize.valueMinor > 0 &&
            h(
              'span',
              { class: 'hint' },
              say('game.worth', {
                amount: moneyText({ minor: prize.valueMinor, currency: prize.currency }, lang, { sign: 'symbol' }),
              }),
            ),
        ),
      ),
    ),
    isOpen && count > 0
      ? h(
          'p',
          { class: 'odds', title: say('bag.odds_hint') },
          say('bag.odds', { odds: sayChance(lang, chanceOf(count, game.people ?? 0, own !== null)) }),
          h('small', {}, say('bag.odds_hint')),
        )
      : null,
    isOpen && !own
      ? h(
          'button',
          { type: 'button', class: 'go', 'data-name': 'go', onclick: () => context.enter(game, {}) },
          say('bag.enter'),
        )
      : null,
    own ? h('p', { class: 'done big' }, say('bag.entered')) : null,
    own?.receipt ? receiptView(context, own.receipt) : null,
    game.state === 'void' ? h('p', { class: 'bad' }, say('bag.void')) : null,
    winners.length > 0
      ? h(
          'div',
          { class: 'winners' },
          h('h4', {}, say('bag.winners')),
          h(
            'ul',
            {},
            ...winners.map((prize) =>
              h('li', {}, h('strong', {}, prize.name), ' ', prize.winners.join(lang === 'en' ? ', ' : '、')),
            ),
          ),
        )
      : null,
    game.publicUrl
      ? h(
          'p',
          {},
          h(
            'a',
            { href: new URL(game.publicUrl, context.server).href, target: '_blank', rel: 'noopener' },
            say(game.state === 'final' || game.state === 'void' ? 'bag.verify' : 'bag.rules'),
          ),
        )
      : null,
    game.commitment || game.rulesHash
      ? h(
          'details',
          {},
          h('summary', {}, say('bag.commitment')),
          game.commitment ? h('code', {}, game.commitment) : null,
          game.rulesHash ? h('p', { class: 'hint' }, say('bag.rules_hash')) : null,
          game.rulesHash ? h('code', {}, game.rulesHash) : null,
        )
      : null,
  ];
}

function receiptView({ say }: GameContext, receipt: unknown): HTMLElement {
  const text = receiptText(receipt);
  const copy = h('button', { type: 'button', class: 'plain' }, say('bag.copy'));
  copy.addEventListener('click', () => {
    void navigator.clipboard.writeText(text).then(() => {
      copy.textContent = say('bag.copied');
    });
  });
  return h(
    'details',
    { class: 'receipt' },
    h('summary', {}, say('bag.receipt')),
    h('code', {}, text),
    h('p', { class: 'hint' }, say('bag.receipt_hint')),
    copy,
  );
}
