// What a picture mixer lays over the picture: the newest questions, the bars of a poll, the time left of a lucky bag. It only looks on.

import { NOTHING_SEEN, type RoomSight, seeFrame, seeSnapshot } from '../../engage/live/viewer/core/apply-frame.ts';
import type { FrameInteraction } from '../../engage/live/viewer/core/frame.contract.ts';
import { h } from '../widget/dom.ts';
import { createAskedSlots } from './asked-slots.ts';
import { openConnection } from './connection.ts';
import { OVERLAY_LOOK } from './overlay-look.ts';
import { langOf, sayCount, sayIn, sayLeft, saySaid, sayShare } from './words.ts';

const lang = langOf(document.documentElement.lang);
const say = sayIn(lang);
const sheet = new CSSStyleSheet();
sheet.replaceSync(OVERLAY_LOOK);
document.adoptedStyleSheets = [sheet];

/** Cards shown at once, the newest; a result stays this long and then makes room. */
const GAMES = 2;
const FINAL_MS = 30_000;

const games = h('div', { class: 'games' });
const questions = h('ul', { class: 'questions' });
const answer = h('div', { class: 'answer' });
const panel = h('div', { class: 'asked', hidden: true }, h('p', {}, say('overlay.questions')), questions);
document.body.replaceChildren(games, h('div', { class: 'foot' }, answer, panel));

let sight: RoomSight = NOTHING_SEEN;
let offset = 0;
let painting = 0;
const finalAt = new Map<string, number>();
const slotsOf = createAskedSlots();
/** Lines taken away since the last look. */
const taken: number[] = [];
let isFirst = true;
let asked = '';

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
      option.votes === null ? null : h('b', {}, sayShare(share)),
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
  for (const one of sight.interactions)
    if (one.state === 'final' && !finalAt.has(one.interactionId))
      // What was over before this page was opened is news no more.
      finalAt.set(one.interactionId, isFirst ? 0 : now);
  if (sight.n > 0) isFirst = false;
  const isNews = (one: FrameInteraction) => now - finalAt.get(one.interactionId)! < FINAL_MS;
  const told = sight.interactions.filter((one) => one.kind !== 'qna');
  const over = told.filter((one) => one.state === 'final' && isNews(one)).slice(-1);
  const open = told.filter((one) => one.state === 'open').slice(over.length - GAMES);
  const shown = [...over, ...open];
  games.replaceChildren(...shown.map(card));
  const slots = slotsOf(sight.lines, now, taken.splice(0)).filter((one) => one !== null);
  panel.hidden = slots.length === 0;
  const shownNow = JSON.stringify(slots.map((one) => [one.id, one.count]));
  if (shownNow === asked) return;
  asked = shownNow;
  questions.replaceChildren(
    ...slots.map((one) =>
      h(
        'li',
        {},
        h('span', {}, saySaid(say, one.text)),
        one.count > 1 ? h('b', {}, say('chat.times', { count: sayCount(lang, one.count) })) : null,
      ),
    ),
  );
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
    if (frame.x) taken.push(...frame.x);
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
