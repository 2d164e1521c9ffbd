// A sheet over the room: from below on a phone, from the side on a desk; the browser keeps focus in it and gives it back.
import { CROSS, h, icon, type Kid } from '../widget/dom.ts';
import type { Say } from './words.ts';

export interface Sheet {
  element: HTMLDialogElement;
  open(title: string, ...content: Kid[]): void;
  /** Draws anew without losing what has focus, while it is open under this name. */
  isOpen(): boolean;
  fill(...content: Kid[]): void;
  close(): void;
}

export function createSheet(say: Say): Sheet {
  const title = h('h2', { id: 'sheet-title' });
  const body = h('div', { class: 'sheet-body' });
  const close = h('button', { type: 'button', class: 'round', 'aria-label': say('say.close') }, icon(...CROSS));
  const element = h('dialog', { 'aria-labelledby': 'sheet-title' }, h('header', {}, title, close), body);
  close.addEventListener('click', () => element.close());
  element.addEventListener('click', (event) => event.target === element && element.close());
  const fill = (...content: Kid[]) => {
    const focused = (element.getRootNode() as ShadowRoot).activeElement;
    const name = focused instanceof HTMLElement && body.contains(focused) ? focused.dataset.name : undefined;
    const text = focused instanceof HTMLInputElement ? focused.value : null;
    body.replaceChildren(...content.filter((kid): kid is Node | string => Boolean(kid)));
    if (!name) return;
    const again = body.querySelector<HTMLElement>(`[data-name="${CSS.escape(name)}"]`);
    if (again instanceof HTMLInputElement && text !== null) again.value = text;
    again?.focus();
  };
  return {
    element,
    open(heading, ...content) {
      title.textContent = heading;
      fill(...content);
      if (!element.open) element.showModal();
    },
    isOpen: () => element.open,
    fill,
    close: () => element.close(),
  };
}
