// `<huiyin-live room="slug">`: the room on our own page and on any page of the shop, without a frame around it.

import {
  NOTHING_SEEN,
  type RoomSight,
  seeFrame,
  seeOwnLine,
  seeSnapshot,
} from '../../engage/live/viewer/core/apply-frame.ts';
import type { FrameInteraction, OwnAsk } from '../../engage/live/viewer/core/frame.contract.ts';
import type { PublicProduct, PublicRoom } from '../../engage/live/viewer/core/viewer.contract.ts';
import { h } from '../widget/dom.ts';
import { createChat } from './chat-part.ts';
import { createComposer } from './composer.ts';
import { type Answer, type Connection, type LinkState, type Outgoing, openConnection } from './connection.ts';
import { clockOf, type GameContext, gameView, isOpen, tickClocks } from './game-part.ts';
import { LOOK } from './look.ts';
import { type Memory, openMemory } from './memory.ts';
import { createPicture } from './picture.ts';
import { createSheet } from './sheet.ts';
import { shelfList } from './shelf-part.ts';
import { aboutView, asksView, createHead, createNotice, createOnAirCard, nameView } from './small-parts.ts';
import { type Lang, langOf, sayCount, sayIn } from './words.ts';

const script = document.currentScript as HTMLScriptElement | null;
const home = script ? new URL(script.src).origin : location.origin;
const TAG = 'huiyin-live';
/** LINE_FLAG.question; named here so that the list of flags does not travel. */
const QUESTION = 1;

class HuiyinLive extends HTMLElement {
  #stop = () => {};

  connectedCallback() {
    if (this.shadowRoot) return;
    const root = this.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(LOOK);
    root.adoptedStyleSheets = [sheet];
    this.#stop = mountRoom(this, root);
  }
  disconnectedCallback() {
    // An element that is only being moved comes back in the same moment.
    queueMicrotask(() => !this.isConnected && this.#stop());
  }
}

function mountRoom(host: HTMLElement, root: ShadowRoot): () => void {
  const slug = host.getAttribute('room') ?? '';
  const server = (host.getAttribute('server') ?? home).replace(/\/$/, '');
  const lang: Lang = langOf(host.getAttribute('lang') || document.documentElement.lang || navigator.language);
  const say = sayIn(lang);
  const base = `${server}/watch/${encodeURIComponent(slug)}`;
  const identity = host.getAttribute('identity');
  const memory: Memory = openMemory(`huiyin-live:${slug}`, identity !== null);
  const mine = new Set<number>();
  const asks: OwnAsk[] = [];
  let sight: RoomSight = NOTHING_SEEN;
  let info: PublicRoom | null = null;
  let shelf: PublicProduct[] = [];
  let shelfSeen = -1;
  let state: LinkState = 'connecting';
  let name: string | null = null;
  let clockOffset = 0;
  let openGame: string | null = null;
  let connection: Connection | null = null;
  let isStopped = false;
  let painting = 0;

  const emit = (event: string, detail: object) =>
    host.dispatchEvent(
      new CustomEvent(`huiyin-live-${event}`, { bubbles: true, composed: true, cancelable: true, detail }),
    );

  const picture = createPicture(say);
  const chat = createChat(say, lang);
  const panel = createSheet(say);
  const notice = createNotice();
  const head = createHead(say, { about: openAbout, asks: openAsks, fly: toggleFlying });
  const onAir = createOnAirCard(say, lang, { open: openShelf, ask: askAbout });
  const chips = h('div', { class: 'chips', role: 'group', 'aria-label': say('play_title') });
  const veil = h('div', { class: 'veil', role: 'status' });
  const composer = createComposer(say, lang, { say: speak, like, openShelf, openName });
  const room = h(
    'div',
    { class: 'room' },
    h('div', { class: 'stage' }, picture.element, head.element, veil),
    h('div', { class: 'side' }, chips, chat.element, notice.element, onAir.element, composer.element),
    panel.element,
  );
  root.append(room);
  picture.setFlying(!memory.flag('still'));
  head.setFlying(!memory.flag('still'));

  const game: GameContext = {
    say,
    lang,
    server,
    now: () => Date.now() + clockOffset,
    own: (key) => memory.entry(key),
    enter: (of, entry) => void enter(of, entry),
    ask: (of, text) => void ask(text, of.interactionId),
  };

  async function send(message: Outgoing): Promise<Answer> {
    return connection?.send(message) ?? { ok: false, why: 'offline', waitMs: 0 };
  }
  function sayWhy(answer: Extract<Answer, { ok: false }>): string {
    const seconds = Math.max(1, Math.ceil(answer.waitMs / 1000));
    return say(`refused.${answer.why}`, { seconds, count: 100 }) || say('refused.other');
  }

  async function speak(text: string, isQuestion: boolean): Promise<void> {
    composer.complain(state === 'open' ? null : say('refused.offline'));
    if (isQuestion) return ask(text);
    const answer = await send({ k: 'say', text });
    if (!answer.ok) {
      composer.putBack(text);
      return composer.complain(sayWhy(answer));
    }
    composer.complain(null);
    if (answer.id !== null) ownLine(answer.id, text, 0);
    emit('comment', { text });
  }
  async function ask(text: string, interactionId?: string): Promise<void> {
    const answer = await send({ k: 'ask', text, ...(interactionId ? { interactionId } : {}) });
    if (!answer.ok) {
      composer.putBack(text);
      return composer.complain(sayWhy(answer));
    }
    composer.complain(null);
    asks.push({ text, answer: null });
    head.setAsks(asks.length, 0);
    if (answer.id !== null) ownLine(answer.id, text, QUESTION);
    notice.say(say('say.sent'));
    emit('question', { text });
  }
  function ownLine(id: number, text: string, flags: number): void {
    mine.add(id);
    sight = seeOwnLine(sight, [id, text, name, flags, 1]);
    picture.fly([[id, text, name, flags, 1]], mine);
    paint();
  }
  function like(count: number): void {
    void send({ k: 'like', count });
  }
  async function enter(of: FrameInteraction, entry: { choice?: string; answer?: string }): Promise<void> {
    const key = of.kind === 'qna' ? `${of.interactionId}/${entry.choice}` : of.interactionId;
    const answer = await send({ k: 'enter', interactionId: of.interactionId, ...entry });
    if (answer.ok) {
      // Who had taken part before keeps what he chose then.
      const got = (answer.receipt ?? {}) as { choice?: string | null; code?: string | null; receipt?: unknown };
      memory.keepEntry(key, {
        ...entry,
        ...(got.choice ? { choice: got.choice } : {}),
        ...(got.code ? { code: got.code } : {}),
        ...(got.receipt ? { receipt: got.receipt } : {}),
      });
      emit('entered', { interactionId: of.interactionId, kind: of.kind });
    }
    if (!answer.ok) notice.say(sayWhy(answer));
    drawPanel();
    paint();
  }

  async function readShelf(): Promise<void> {
    const response = await fetch(`${base}/shelf`).catch(() => null);
    if (!response?.ok) return;
    shelf = ((await response.json()) as { items: PublicProduct[] }).items;
    composer.setShelf(shelf.length);
    drawPanel();
  }
  function openShelf(): void {
    openGame = 'shelf';
    panel.open(say('shelf.title'), ...panelContent());
  }
  function askAbout(product: { index: number | null; title: string }): void {
    panel.close();
    composer.write(
      product.index === null ? `${product.title} ` : say('shelf.ask_text', { index: product.index }),
      true,
    );
  }
  function lookAt(product: PublicProduct): void {
    void send({ k: 'click', productId: product.productId });
    emit('product', product);
  }
  function openInteraction(of: FrameInteraction): void {
    openGame = of.interactionId;
    panel.open(say(`kind.${of.kind}`), ...panelContent());
  }
  function openName(): void {
    openGame = 'name';
    const save = async (text: string) => {
      panel.close();
      await send({ k: 'name', name: text });
    };
    panel.open(say('say.change_name'), nameView(say, name, save));
  }
  function openAbout(): void {
    openGame = 'about';
    panel.open(say('about.title'), ...panelContent());
  }
  function openAsks(): void {
    openGame = 'asks';
    head.setAsks(asks.length, 0);
    panel.open(say('asks.title'), ...panelContent());
  }
  function toggleFlying(): void {
    const isStill = !memory.flag('still');
    memory.keepFlag('still', isStill);
    picture.setFlying(!isStill);
    head.setFlying(!isStill);
  }
  function panelContent() {
    if (openGame === 'shelf') return shelfList(say, lang, shelf, sight.onAir, { look: lookAt, ask: askAbout });
    if (openGame === 'about') return [aboutView(say, info, sight)];
    if (openGame === 'asks') return [asksView(say, asks)];
    const of = sight.interactions.find((one) => one.interactionId === openGame);
    return of ? [gameView(game, of)] : [];
  }
  function drawPanel(): void {
    if (panel.isOpen() && openGame !== 'name') panel.fill(...panelContent());
  }

  let chipsSeen = '';
  function drawChips(): void {
    const shown = sight.interactions
      .filter((one) => isOpen(one) || one.state === 'closed' || one.state === 'final')
      .slice(-4);
    const seen = JSON.stringify(
      shown.map((one) => [one.interactionId, one.state, memory.entry(one.interactionId) !== null]),
    );
    if (seen === chipsSeen) return;
    chipsSeen = seen;
    chips.replaceChildren(
      ...shown.map((one) =>
        h(
          'button',
          {
            type: 'button',
            class: `chip ${one.state} ${memory.entry(one.interactionId) ? 'in' : ''}`,
            onclick: () => openInteraction(one),
          },
          h('span', { class: 'tag' }, say(`kind.${one.kind}`)),
          h('span', { class: 'label' }, one.title),
          clockOf(game, one),
        ),
      ),
    );
  }

  /** At most once a frame of the screen, however much came in. */
  function paint(): void {
    if (painting || isStopped) return;
    painting = requestAnimationFrame(() => {
      painting = 0;
      chat.draw(sight.lines, mine);
      head.draw(info, sight, (count) => sayCount(lang, count));
      onAir.draw(sight.onAir, shelf);
      composer.setLikes(sight.likes);
      drawChips();
      tickClocks(root, game, sight.interactions);
    });
  }

  function setState(next: LinkState): void {
    const before = state;
    state = next;
    room.dataset.state = next;
    composer.setEnabled(next === 'open' || next === 'reconnecting');
    const still = next === 'waiting' || next === 'ended' || next === 'lost';
    veil.replaceChildren(
      ...(next === 'open'
        ? []
        : [
            h('strong', {}, say(`state.${next}`)),
            still ? h('p', {}, say(`state.${next}_text`)) : h('span', { class: 'dots' }),
          ]),
    );
    if (next === 'open') composer.complain(null);
    if (next === 'open' && before === 'waiting') void readInfo();
    if (next !== before) emit('state', { state: next });
    paint();
  }

  async function readInfo(): Promise<void> {
    const response = await fetch(`${base}/info`).catch(() => null);
    if (!response) return;
    if (!response.ok) return response.status === 404 || response.status === 403 ? setState('lost') : undefined;
    info = (await response.json()) as PublicRoom;
    picture.show(info, server);
    if (info.phase === 'ended' && state === 'waiting') setState('ended');
    paint();
  }

  async function vouch(): Promise<void> {
    if (!identity) return;
    try {
      const body = JSON.stringify({ identity: JSON.parse(identity) });
      const response = await fetch(`${base}/viewer`, { method: 'POST', body });
      if (response.ok) memory.keepToken(((await response.json()) as { token: string }).token);
    } catch {
      // Without it he is a viewer like any other.
    }
  }

  function connect(): void {
    if (isStopped) return;
    connection = openConnection({
      base,
      canSpeak: true,
      token: () => memory.token(),
      onState: setState,
      onSnapshot(snapshot) {
        clockOffset = snapshot.t - Date.now();
        sight = seeSnapshot(sight, snapshot);
        noticeShelf();
        drawPanel();
        paint();
      },
      onFrame(frame) {
        const seen = seeFrame(sight, frame);
        if (seen.sight === sight) return false;
        if (frame.c)
          picture.fly(
            frame.c.filter((line) => !mine.has(line[0])),
            mine,
          );
        if (frame.i) announce(frame.i);
        sight = seen.sight;
        noticeShelf();
        if (frame.i || frame.p !== undefined) drawPanel();
        for (const [question, answer] of frame.h ?? [])
          notice.say(answer, `${say('chat.answer')}${question ? ` · ${question}` : ''}`);
        paint();
        return seen.hole;
      },
      onWhisper(whisper) {
        if ('me' in whisper) {
          memory.keepToken(whisper.me.token);
          name = whisper.me.name;
          if (whisper.asks.length > 0) asks.splice(0, asks.length, ...whisper.asks);
          head.setAsks(asks.length, 0);
          return;
        }
        const own = asks.find((one) => one.text === whisper.told.text && one.answer === null);
        if (own) own.answer = whisper.told.answer;
        else asks.push(whisper.told);
        head.setAsks(asks.length, 1);
        notice.say(whisper.told.answer ?? '', say('asks.answered'));
        emit('answered', whisper.told);
      },
    });
  }
  function noticeShelf(): void {
    if (sight.shelf === shelfSeen) return;
    shelfSeen = sight.shelf;
    void readShelf();
  }
  function announce(games: readonly FrameInteraction[]): void {
    for (const one of games) {
      const known = sight.interactions.find((each) => each.interactionId === one.interactionId);
      if (isOpen(one) && known?.state !== 'open') notice.say(one.title, say(`kind.${one.kind}`));
    }
  }

  const clock = setInterval(() => tickClocks(root, game, sight.interactions), 500);
  setState('connecting');
  void readInfo();
  void vouch().then(connect);
  return () => {
    isStopped = true;
    clearInterval(clock);
    connection?.close();
    picture.stop();
  };
}

if (!customElements.get(TAG)) {
  customElements.define(TAG, HuiyinLive);
  const slug = script?.dataset.room;
  const begin = () => {
    if (!slug || document.querySelector(`${TAG}[room="${CSS.escape(slug)}"]`)) return;
    const made = h(TAG as 'div', {
      room: slug,
      ...(script.lang ? { lang: script.lang } : {}),
      ...(script.dataset.theme ? { theme: script.dataset.theme } : {}),
    });
    const place = script.dataset.into ? document.querySelector(script.dataset.into) : null;
    if (place) place.append(made);
    else if (script.isConnected && script.parentElement !== document.head) script.after(made);
    else document.body.append(made);
  };
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', begin);
  else begin();
}
