// The row of interactions one can take part in now, or that have just ended.
import type { FrameInteraction } from '../../engage/live/viewer/core/frame.contract.ts';
import { h } from '../widget/dom.ts';
import { clockOf, type GameContext, isOpen } from './game-part.ts';

const SHOWN = 4;

export function createChips(game: GameContext, open: (of: FrameInteraction) => void) {
  const { say } = game;
  const element = h('div', { class: 'chips', role: 'group', 'aria-label': say('play_title') });
  let seen = '';
  return {
    element,
    /** Draws anew only what is another set: nothing moves under a finger because a vote came in. */
    draw(all: readonly FrameInteraction[]) {
      const shown = all.filter((one) => isOpen(one) || one.state === 'closed' || one.state === 'final').slice(-SHOWN);
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
