// The host's prompter: one line of huge type, what comes next, how long the product has been on air; read-only, reconnects by itself.
import type { PromptView } from '../../../engage/live/desk/core/prompt-view.contract.ts';
import { draw, type PromptPage, tick } from './draw-prompt.ts';
import { fitWords } from './fit-words.ts';
import { openTools } from './prompt-tools.ts';

interface Given {
  line: string;
  words: Record<string, string>;
  language: string;
}

/** A revoked link is not asked for again. */
const REVOKED = 4401;
/** The server says something at least every five seconds. */
const SILENT_MS = 12_000;

const given = JSON.parse(document.getElementById('prompter')!.textContent!) as Given;
const stage = document.getElementById('stage')!;
const page: PromptPage = { stage, words: given.words, language: given.language, view: null, heardAt: 0 };
const tools = openTools(given.words, () => fitWords(stage));

let heardAt = Date.now();
let attempts = 0;
let isOver = false;

function lost(text: string | null): void {
  let bar = document.querySelector<HTMLElement>('.lost');
  if (text === null) {
    bar?.remove();
    return;
  }
  if (!bar) {
    bar = document.createElement('div');
    bar.className = 'lost';
    bar.setAttribute('role', 'status');
    document.body.append(bar);
  }
  bar.textContent = text;
}

function hear(text: string): void {
  heardAt = Date.now();
  lost(null);
  const view = JSON.parse(text) as PromptView | Record<string, never>;
  // An empty object only says that the line is whole.
  if (!('next' in view)) return;
  page.view = view as PromptView;
  page.heardAt = performance.now();
  draw(page);
  tick(page);
  fitWords(stage);
}

function connect(): void {
  const address = new URL(given.line, location.href);
  address.protocol = address.protocol.replace('http', 'ws');
  const socket = new WebSocket(address);
  socket.onopen = () => {
    attempts = 0;
    heardAt = Date.now();
  };
  socket.onmessage = (message) => hear(String(message.data));
  socket.onclose = (event) => {
    if (isOver) return;
    if (event.code === REVOKED || event.code === 4403) {
      isOver = true;
      page.view = null;
      lost(given.words.revoked ?? '');
      return;
    }
    attempts += 1;
    lost(given.words.lost ?? '');
    // Half a second, doubling to eight, with a little luck so that not everybody comes at once.
    setTimeout(connect, Math.min(3000, 500 * 2 ** Math.min(attempts - 1, 4)) * (0.8 + 0.4 * Math.random()));
  };
  const watch = setInterval(() => {
    if (socket.readyState > WebSocket.OPEN) clearInterval(watch);
    else if (Date.now() - heardAt > SILENT_MS) {
      clearInterval(watch);
      socket.close();
    }
  }, 2000);
}

draw(page);
setInterval(() => tick(page), 250);
addEventListener('resize', () => fitWords(stage));
addEventListener('keydown', tools.key);
connect();
