// The list of what is said: keeps its place while somebody reads back, never speaks by itself to a screen reader.
import { type FrameLine, LINE_FLAG } from '../../engage/live/viewer/core/frame.contract.ts';
import { h } from '../widget/dom.ts';
import { type Lang, type Say, sayCount, saySaid } from './words.ts';

export interface ChatPart {
  element: HTMLElement;
  draw(lines: readonly FrameLine[], own: ReadonlySet<number>): void;
}

interface Row {
  element: HTMLElement;
  count: number;
}

/** A list swings on for a while after it was pushed. */
const TOUCH_MS = 1_500;

export function createChat(say: Say, lang: Lang): ChatPart {
  const list = h('ol', { 'aria-label': say('chat.title'), tabindex: 0 });
  const empty = h('p', { class: 'empty' }, say('chat.empty'));
  const newest = h('button', { type: 'button', class: 'newest', hidden: true }, say('chat.newest'));
  const element = h('div', { class: 'chat' }, empty, list, newest);
  const rows = new Map<number, Row>();
  let isAtEnd = true;

  const toEnd = () => {
    list.scrollTop = list.scrollHeight;
  };
  // Only a hand leaves the end: lines that come, go and wrap, and a list that grows smaller, move the place too.
  let touchedAt = 0;
  const touched = () => {
    touchedAt = Date.now();
  };
  for (const name of ['wheel', 'touchmove', 'keydown', 'pointerdown'])
    list.addEventListener(name, touched, { passive: true });
  list.addEventListener('scroll', () => {
    const isNear = list.scrollHeight - list.scrollTop - list.clientHeight < 40;
    if (isNear) isAtEnd = true;
    else if (Date.now() - touchedAt < TOUCH_MS) isAtEnd = false;
    if (isAtEnd) newest.hidden = true;
  });
  if ('ResizeObserver' in window) new ResizeObserver(() => isAtEnd && toEnd()).observe(list);
  newest.addEventListener('click', () => {
    isAtEnd = true;
    newest.hidden = true;
    toEnd();
  });

  function rowOf(line: FrameLine, isMine: boolean): Row {
    const [, text, name, flags, count] = line;
    const isStaff = (flags & LINE_FLAG.staff) !== 0;
    const who = isMine ? say('chat.mine') : isStaff ? (name ?? say('chat.staff')) : (name ?? say('chat.somebody'));
    const kind = isMine ? 'mine' : isStaff ? 'staff' : flags & LINE_FLAG.question ? 'question' : '';
    const times = h('span', { class: 'times', hidden: count < 2 });
    if (count > 1) times.textContent = say('chat.times', { count: sayCount(lang, count) });
    const element = h(
      'li',
      { class: kind },
      flags & LINE_FLAG.question ? h('i', { class: 'tag' }, say('chat.question')) : null,
      h('b', {}, who),
      h('span', {}, saySaid(say, text)),
      times,
    );
    return { element, count };
  }

  return {
    element,
    draw(lines, own) {
      empty.hidden = lines.length > 0;
      const wanted = new Set(lines.map((line) => line[0]));
      for (const [id, row] of rows) {
        if (wanted.has(id)) continue;
        row.element.remove();
        rows.delete(id);
      }
      let grew = false;
      let last: Element | null = null;
      for (const line of lines) {
        let row = rows.get(line[0]);
        if (!row) {
          row = rowOf(line, own.has(line[0]));
          rows.set(line[0], row);
          if (last) last.after(row.element);
          else list.prepend(row.element);
          grew = true;
        } else if (row.count !== line[4]) {
          row.count = line[4];
          const times = row.element.querySelector<HTMLElement>('.times')!;
          times.hidden = false;
          times.textContent = say('chat.times', { count: sayCount(lang, line[4]) });
        }
        last = row.element;
      }
      if (!grew) return;
      if (isAtEnd) toEnd();
      else newest.hidden = false;
    },
  };
}
