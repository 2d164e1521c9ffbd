// The row of interactions one can take part in now, or that have just ended.
import type { FrameInteraction } from '../../engage/live/viewer/core/frame.contract.ts';
import { h } from '../widget/dom.ts';
import { clockOf, type GameContext, isOpen } from './game-part.ts';

/** So many at least; what is still open is shown however many there are. */
const SHOWN = 4;

/** All that one can take part in now, and the last that are over where there is room left; in their order. */
export function shownGames(all: readonly FrameInteraction[]): FrameInteraction[] {
  const isOver = (one: FrameInteraction) => one.state === 'closed' || one.state === 'final';
  const room = Math.max(0, SHOWN - all.filter(isOpen).length);
  const over = new Set(room > 0 ? all.filter(isOver).slice(-room) : []);
  return all.filter((one) => isOpen(one) || over.has(one));
}

export function createChips(game: GameContext, open: (of: FrameInteraction) => void) {
  const { say } = game;
  const element = h('div', { class: 'chips', role: 'group', 'aria-label': say('play_title') });
  let seen = '';
  return {
    element,
    /** Draws anew only what is another set: nothing moves under a finger because a vote came in. */
    draw(all: readonly FrameInteraction[]) {
      const shown = shownGames(all);
      const isIn = (one: FrameInteraction) => game.own(one.interactionId) !== null;
      const now = JSON.stringify(shown.map((one) => [one.interactionId, one.state, isIn(one)]));
      if (now === seen) return;
      seen = now;
      const chip = (one: FrameInteraction) =>
        h(
          'button',
          { type: 'button', class: `chip ${one.state} ${isIn(one) ? 'in' : ''}`, onclick: () => open(one) },
          h('span', { class: 'tag' }, say(`kind.${one.kind}`)),
          h('span', { class: 'label' }, one.title),
          clockOf(game, one),
        );
      element.replaceChildren(...shown.map(chip));
    },
  };
}
