// What a picture mixer lays over the picture: the newest questions, the bars of a poll, the time left of a lucky bag. It only looks on.

import { NOTHING_SEEN, type RoomSight, seeFrame, seeSnapshot } from '../../engage/live/viewer/core/apply-frame.ts';
import { type FrameInteraction, LINE_FLAG } from '../../engage/live/viewer/core/frame.contract.ts';
import { h } from '../widget/dom.ts';
import { openConnection } from './connection.ts';
import { OVERLAY_LOOK } from './overlay-look.ts';
import { langOf, sayCount, sayIn, sayLeft } from './words.ts';

const lang = langOf(document.documentElement.lang);
const say = sayIn(lang);
const sheet = new CSSStyleSheet();
sheet.replaceSync(OVERLAY_LOOK);
document.adoptedStyleSheets = [sheet];

/** Questions shown at once, and how long each stays. */
const QUESTIONS = 3;
const STAYS_MS = 25_000;

const games = h('div', { class: 'games' });
const questions = h('ul', { class: 'questions' });
const answer = h('div', { class: 'answer' });
const panel = h('div', { class: 'asked', hidden: true }, h('p', {}, say('overlay.questions')), questions);
document.body.replaceChildren(games, h('div', { class: 'foot' }, answer, panel));

let sight: RoomSight = NOTHING_SEEN;
let offset = 0;
let painting = 0;
const cameAt = new Map<number, number>();

function bars(game: FrameInteraction): HTMLElement[] {
  const options = game.options ?? [];
  const total = options.reduce((sum, option) => sum + (option.votes ?? 0), 0);
  return options.map((option) => {
    const share = total > 0 && option.votes !== null ? option.votes / total : 0;
    const bar = h('span', { class: 'bar' });
    bar.style.setProperty('width', `${(share * 100).toFixed(1)}%`);
    const isRight = game.answer === option.key;
    return h(
      'li',
      { class: isRight ? 'right' : '' },
      bar,
      h('span', { class: 'label' }, option.label),
      option.votes === null ? null : h('b', {}, `${Math.round(share * 100)}%`),
    );
  });
}

function card(game: FrameInteraction): HTMLElement {
  const left = game.state === 'open' && game.closesAt ? sayLeft(game.closesAt - Date.now() - offset) : '';
  const winners = (game.prizes ?? []).flatMap((prize) => prize.winners).slice(0, 12);
  return h(
    'section',
    {},
    h('header', {}, h('span', { class: 'kind' }, say(`kind.${game.kind}`)), h('span', { class: 'left' }, left)),
    h('h2', {}, game.title),
    game.options?.length ? h('ul', { class: 'bars' }, ...bars(game)) : null,
    game.keyword && game.state === 'open' ? h('p', {}, say('game.keyword', { keyword: game.keyword })) : null,
    winners.length > 0
      ? h('p', { class: 'winners' }, `${say('bag.winners')} ${winners.join(lang === 'en' ? ', ' : '、')}`)
      : null,
    h('p', { class: 'people' }, say('game.people', { count: sayCount(lang, game.people ?? 0) })),
  );
}

function paint(): void {
  const now = Date.now();
  const shown = sight.interactions
    .filter((one) => one.kind !== 'qna' && (one.state === 'open' || one.state === 'final'))
    .slice(-2);
  games.replaceChildren(...shown.map(card));
  const asked = sight.lines.filter((line) => line[3] & LINE_FLAG.question);
  for (const line of asked) if (!cameAt.has(line[0])) cameAt.set(line[0], now);
  const fresh = asked.filter((line) => now - cameAt.get(line[0])! < STAYS_MS).slice(-QUESTIONS);
  panel.hidden = fresh.length === 0;
  questions.replaceChildren(
    ...fresh.map((line) =>
      h(
        'li',
        {},
        h('span', {}, line[1]),
        line[4] > 1 ? h('b', {}, say('chat.times', { count: sayCount(lang, line[4]) })) : null,
      ),
    ),
  );
  if (cameAt.size > 500) for (const id of [...cameAt.keys()].slice(0, 250)) cameAt.delete(id);
}

function later(): void {
  if (painting) return;
  painting = requestAnimationFrame(() => {
    painting = 0;
    paint();
  });
}

let answerTimer = 0;
function showAnswer(question: string, text: string): void {
  clearTimeout(answerTimer);
  answer.replaceChildren(h('div', {}, h('b', {}, question || say('chat.answer')), h('span', {}, text)));
  answerTimer = window.setTimeout(() => answer.replaceChildren(), 12_000);
}

openConnection({
  base: location.origin + location.pathname,
  canSpeak: false,
  token: () => null,
  onSnapshot(snapshot) {
    offset = snapshot.t - Date.now();
    sight = seeSnapshot(sight, snapshot);
    later();
  },
  onFrame(frame) {
    const seen = seeFrame(sight, frame);
    sight = seen.sight;
    const [question, text] = frame.h?.at(-1) ?? [];
    if (text) showAnswer(question ?? '', text);
    later();
    return seen.hole;
  },
  onWhisper: () => {},
  onState(state) {
    document.documentElement.dataset.state = state;
    // A lost connection must not freeze old numbers on the picture.
    document.body.hidden = state !== 'open' && state !== 'reconnecting';
  },
});
setInterval(later, 1_000);
