// Lines that fly over the picture, where there is room for them and nobody has asked for stillness.
import type { FrameLine } from '../../engage/live/viewer/core/frame.contract.ts';
import { h } from '../widget/dom.ts';
import { type Say, saySaid } from './words.ts';

export interface Sky {
  element: HTMLElement;
  fly(lines: readonly FrameLine[], own: ReadonlySet<number>): void;
  setFlying(on: boolean): void;
}

const LANES = 6;
const FLIGHT_MS = 9_000;
const LEAST_WIDTH = 500;

export function createSky(say: Say): Sky {
  const element = h('div', { class: 'sky', 'aria-hidden': 'true' });
  const freeAt: number[] = Array(LANES).fill(0);
  let isFlying = true;
  return {
    element,
    fly(lines, own) {
      if (!isFlying || document.hidden || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
      const width = element.clientWidth;
      if (width < LEAST_WIDTH) return;
      for (const line of lines) {
        const lane = freeAt.findIndex((at) => at <= Date.now());
        if (lane < 0) return;
        const text = h('span', { class: own.has(line[0]) ? 'mine' : '' }, saySaid(say, line[1]));
        text.style.setProperty('top', `${lane * 2.4 + 4.5}rem`);
        element.append(text);
        const length = text.offsetWidth;
        const speed = (width + length) / FLIGHT_MS;
        freeAt[lane] = Date.now() + (length + 40) / speed;
        const path = [{ transform: `translateX(${width}px)` }, { transform: `translateX(${-length}px)` }];
        text.animate(path, { duration: FLIGHT_MS }).onfinish = () => text.remove();
      }
    },
    setFlying(on) {
      isFlying = on;
      if (!on) element.replaceChildren();
    },
  };
}
