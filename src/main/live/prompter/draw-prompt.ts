// Puts what the server says on the prompter's stage; only the times are touched between two views.
import type { PromptLine, PromptView } from '../../../engage/live/desk/core/prompt-view.contract.ts';

export interface PromptPage {
  stage: HTMLElement;
  words: Record<string, string>;
  language: string;
  view: PromptView | null;
  /** `performance.now()` when the view came. */
  heardAt: number;
}

function make(tag: string, className: string, text?: string): HTMLElement {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text !== undefined) element.textContent = text;
  return element;
}

/** `{{name}}` filled in. */
function filled(text: string | undefined, values: Record<string, string | number>): string {
  return (text ?? '').replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));
}

/** 75 s as `1:15`. */
export function clockText(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const pad = (value: number) => String(value).padStart(2, '0');
  const minutes = Math.floor(seconds / 60);
  return minutes < 60
    ? `${minutes}:${pad(seconds % 60)}`
    : `${Math.floor(minutes / 60)}:${pad(minutes % 60)}:${pad(seconds % 60)}`;
}

/** Draws the whole stage. */
export function draw(page: PromptPage): void {
  const { stage, words, view } = page;
  stage.replaceChildren(airBar(page), view?.line ? lineOf(view.line, words) : quiet(page), nextOf(page));
}

function airBar({ words, view }: PromptPage): HTMLElement {
  const bar = make('div', 'air');
  if (view?.show?.isSimulated) bar.append(make('span', 'sim', words.simulated));
  if (!view?.onAir) return bar;
  const { index, title, price, until } = view.onAir;
  bar.append(make('span', '', words.on_air));
  bar.append(make('b', '', `${index === null ? '' : `${index} · `}${title}`));
  if (price) bar.append(make('span', '', price));
  const time = make('span', 'time');
  time.dataset.since = String(view.onAir.since);
  bar.append(time);
  if (until !== null) {
    const left = make('span', 'left');
    left.dataset.until = String(until);
    bar.append(left);
  }
  return bar;
}

function lineOf(line: PromptLine, words: Record<string, string>): HTMLElement {
  const box = make('section', `line ${line.kind}`);
  const kind = make('div', 'kind');
  const isAlarm = line.kind === 'alarm';
  kind.append(make('i', '', words[isAlarm ? 'alarm_label' : line.kind]));
  if (line.askers !== null)
    kind.append(make('span', '', filled(isAlarm ? words.people : words.askers, { people: line.askers })));
  if (line.since !== null) {
    const wait = make('span', 'wait');
    wait.dataset.wait = String(line.since);
    wait.dataset.say = isAlarm ? 'ago' : 'waiting';
    kind.append(wait);
  }
  box.append(kind, make('div', 'words', line.text));
  if (line.say) {
    const say = make('div', 'say', line.say.text);
    say.prepend(make('small', '', words[line.say.isApproved || line.kind === 'alarm' ? 'say' : 'suggested']));
    box.append(say);
  }
  return box;
}

function quiet({ words, view }: PromptPage): HTMLElement {
  const box = make('section', 'line');
  const text = view?.show ? words.nothing : words.idle;
  box.append(make('p', 'idle', view === null ? '' : text));
  return box;
}

function nextOf({ words, view }: PromptPage): HTMLElement {
  const list = make('ol', 'next');
  for (const [at, line] of (view?.next ?? []).entries()) {
    const item = make('li', '');
    if (at === 0) item.append(make('b', '', words.next));
    else item.append(make('b', '', '·'));
    item.append(line.askers !== null ? `${line.text} ×${line.askers}` : line.text);
    list.append(item);
  }
  if (!list.hasChildNodes()) list.hidden = true;
  return list;
}

/** Renews the times; event time goes on by our own clock since the view came, a minute at most. */
export function tick({ stage, view, words, heardAt }: PromptPage): void {
  if (!view) return;
  const now = view.now + Math.min(60_000, performance.now() - heardAt);
  for (const element of stage.querySelectorAll<HTMLElement>('[data-since]'))
    set(element, clockText(now - Number(element.dataset.since)));
  for (const element of stage.querySelectorAll<HTMLElement>('[data-wait]'))
    set(
      element,
      filled(words[element.dataset.say ?? 'waiting'], { time: clockText(now - Number(element.dataset.wait)) }),
    );
  for (const element of stage.querySelectorAll<HTMLElement>('[data-until]')) {
    const left = Number(element.dataset.until) - now;
    element.classList.toggle('up', left <= 0);
    set(element, left > 0 ? filled(words.time_left, { time: clockText(left) }) : (words.time_up ?? ''));
  }
}

function set(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}
