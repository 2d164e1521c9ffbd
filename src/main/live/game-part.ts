// An interaction as a viewer meets it: vote, answer, check in, claim, enter the lucky bag, ask; what he did, what came of it.
import type { FrameInteraction } from '../../engage/live/viewer/core/frame.contract.ts';
import { h, type Kid } from '../widget/dom.ts';
import { bagView } from './bag-view.ts';
import type { OwnEntry } from './memory.ts';
import { type Lang, type Say, sayCount, sayLeft, saySaid, sayShare } from './words.ts';

export interface GameContext {
  say: Say;
  lang: Lang;
  /** The room's clock, milliseconds. */
  now: () => number;
  own: (key: string) => OwnEntry | null;
  enter: (game: FrameInteraction, entry: { choice?: string; answer?: string }) => void;
  ask: (game: FrameInteraction, text: string) => void;
  server: string;
}

export const isOpen = (game: FrameInteraction) => game.state === 'open';

/** What stands on the chip and in the sheet: how long it goes on, or that it is over. */
export function leftOf({ say, now }: GameContext, game: FrameInteraction): string {
  if (game.state === 'void') return say('game.void');
  if (game.state === 'cancelled') return say('game.cancelled');
  if (!isOpen(game)) return say(game.state === 'closed' ? 'game.counting' : 'game.closed');
  return game.closesAt ? say('game.left', { time: sayLeft(game.closesAt - now()) }) : '';
}

/** The time left in every place marked so, without drawing the rest again. */
export function tickClocks(root: ParentNode, context: GameContext, games: readonly FrameInteraction[]): void {
  for (const one of root.querySelectorAll<HTMLElement>('[data-clock]')) {
    const game = games.find((each) => each.interactionId === one.dataset.clock);
    if (!game) continue;
    const text = leftOf(context, game);
    if (one.textContent !== text) one.textContent = text;
  }
}

export function clockOf(context: GameContext, game: FrameInteraction): HTMLElement {
  return h('span', { class: 'clock', 'data-clock': game.interactionId }, leftOf(context, game));
}

export function gameView(context: GameContext, game: FrameInteraction): HTMLElement {
  const { say, lang } = context;
  const kind = game.kind === 'redpacket' ? 'lottery' : game.kind;
  const body: Kid[] =
    kind === 'lottery'
      ? bagView(context, game)
      : kind === 'qna'
        ? questionsView(context, game)
        : game.options?.length
          ? choicesView(context, game)
          : kind === 'quiz'
            ? answerView(context, game)
            : tapView(context, game);
  return h(
    'section',
    { class: `game ${game.state}`, 'aria-label': `${say(`kind.${game.kind}`)}: ${game.title}` },
    h('p', { class: 'kind' }, clockOf(context, game)),
    h('h3', {}, game.title),
    ...body,
    game.people
      ? h(
          'p',
          { class: 'hint' },
          say('game.people', { count: sayCount(lang, game.people) }),
          game.rejected ? ` · ${say('game.rejected', { count: sayCount(lang, game.rejected) })}` : '',
        )
      : null,
    isOpen(game) && game.keyword && !context.own(game.interactionId)
      ? h('p', { class: 'hint' }, say('game.keyword', { keyword: game.keyword }))
      : null,
    game.resultHash
      ? h(
          'p',
          { class: 'hint hash' },
          say('game.final'),
          h('code', { title: say('game.hash') }, game.resultHash.slice(0, 16)),
        )
      : null,
  );
}

function choicesView(context: GameContext, game: FrameInteraction): Kid[] {
  const { say, lang } = context;
  const options = game.options ?? [];
  const mine = context.own(game.interactionId)?.choice;
  const total = options.reduce((sum, option) => sum + (option.votes ?? 0), 0);
  const canVote = isOpen(game) && mine === undefined;
  const rows = options.map((option) => {
    const share = total > 0 && option.votes !== null ? option.votes / total : 0;
    const isRight = game.answer === option.key;
    const bar = h('span', { class: 'bar' });
    bar.style.setProperty('width', `${(share * 100).toFixed(1)}%`);
    const label = h('span', { class: 'label' }, option.label);
    const votes =
      option.votes === null || (canVote && total === 0)
        ? null
        : h(
            'span',
            { class: 'votes' },
            sayShare(share),
            h('small', {}, say('game.votes', { count: sayCount(lang, option.votes) })),
          );
    const classes = ['choice', mine === option.key ? 'mine' : '', isRight ? 'right' : ''].join(' ');
    if (!canVote) return h('li', {}, h('div', { class: classes }, bar, label, votes));
    const vote = () => context.enter(game, { choice: option.key });
    return h(
      'li',
      {},
      h('button', { type: 'button', class: classes, 'data-name': `c${option.key}`, onclick: vote }, bar, label, votes),
    );
  });
  const chosen = options.find((option) => option.key === mine);
  const right = options.find((option) => option.key === game.answer);
  return [
    h('ul', { class: 'choices' }, ...rows),
    chosen ? h('p', { class: 'done' }, say('game.voted', { label: chosen.label })) : null,
    canVote ? h('p', { class: 'hint' }, say('game.once')) : null,
    right ? h('p', { class: 'done' }, say('game.correct', { answer: right.label })) : null,
  ];
}

function answerView(context: GameContext, game: FrameInteraction): Kid[] {
  const { say } = context;
  const own = context.own(game.interactionId);
  if (own) return [h('p', { class: 'done' }, say('game.voted', { label: own.answer ?? '' }))];
  if (!isOpen(game))
    return game.answer ? [h('p', { class: 'done' }, say('game.correct', { answer: game.answer }))] : [];
  return [lineForm(say('game.answer'), say('game.submit'), 100, (text) => context.enter(game, { answer: text }))];
}

function tapView(context: GameContext, game: FrameInteraction): Kid[] {
  const { say } = context;
  const words = game.kind === 'coupon' ? ['claim', 'claimed'] : ['checkin', 'checked'];
  const prizes = (game.prizes ?? []).map((prize) => h('p', { class: 'worth' }, prize.name));
  const own = context.own(game.interactionId);
  if (own) {
    const code = own.code ? h('code', { class: 'code' }, own.code) : null;
    return [...prizes, h('p', { class: 'done big' }, say(`game.${words[1]}`)), code];
  }
  if (!isOpen(game)) return prizes;
  const go = () => context.enter(game, {});
  return [
    ...prizes,
    h('button', { type: 'button', class: 'go', 'data-name': 'go', onclick: go }, say(`game.${words[0]}`)),
  ];
}

function questionsView(context: GameContext, game: FrameInteraction): Kid[] {
  const { say, lang } = context;
  const rows = (game.questions ?? []).map((question) => {
    const key = `${game.interactionId}/${question.questionId}`;
    const done = context.own(key) !== null;
    const vote = () => context.enter(game, { choice: question.questionId });
    return h(
      'li',
      { class: question.isAnswered ? 'answered' : '' },
      h(
        'span',
        { class: 'label' },
        saySaid(context.say, question.text),
        question.isAnswered && h('span', { class: 'tag good' }, say('game.answered')),
      ),
      h(
        'button',
        {
          type: 'button',
          class: done ? 'up on' : 'up',
          'aria-pressed': String(done),
          'aria-label': `${say(done ? 'game.upvoted' : 'game.upvote')}, ${question.votes}`,
          disabled: done || !isOpen(game),
          'data-name': `q${question.questionId}`,
          onclick: vote,
        },
        '▲ ',
        sayCount(lang, question.votes),
      ),
    );
  });
  return [
    h('ul', { class: 'questions' }, ...rows),
    isOpen(game) ? lineForm(say('say.ask_placeholder'), say('game.ask'), 200, (text) => context.ask(game, text)) : null,
  ];
}

function lineForm(label: string, button: string, most: number, done: (text: string) => void): HTMLElement {
  const field = h('input', {
    type: 'text',
    maxlength: most,
    'aria-label': label,
    placeholder: label,
    'data-name': 'line',
  });
  const submit = (event: Event) => {
    event.preventDefault();
    const text = field.value.trim();
    if (!text) return field.focus();
    field.value = '';
    done(text);
  };
  return h('form', { class: 'line', onsubmit: submit }, field, h('button', { class: 'go small' }, button));
}
