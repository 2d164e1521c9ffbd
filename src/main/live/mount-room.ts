// Puts a room into an element: the parts of its screen, what a viewer does with them, and what comes from the connection.

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
import { createChips } from './chips-part.ts';
import { createComposer } from './composer.ts';
import { type Connection, type LinkState, openConnection } from './connection.ts';
import { type GameContext, gameView, isOpen, tickClocks } from './game-part.ts';
import { keepInfo } from './keep-info.ts';
import { type Memory, openMemory } from './memory.ts';
import { createPicture } from './picture.ts';
import { renewForPicture } from './renew-page.ts';
import { createRoomApi } from './room-api.ts';
import { createDeeds } from './room-deeds.ts';
import { createSheet } from './sheet.ts';
import { shelfList } from './shelf-part.ts';
import { aboutView, asksView, createHead, createNotice, createOnAirCard, nameView } from './small-parts.ts';
import { type Lang, langOf, sayCount, sayIn } from './words.ts';

/**
 * @param home where the product is, unless the element names another `server`
 * @returns how to take the room away
 */
export function mountRoom(host: HTMLElement, root: ShadowRoot, home: string): () => void {
  const slug = host.getAttribute('room') ?? '';
  const server = (host.getAttribute('server') ?? home).replace(/\/$/, '');
  const lang: Lang = langOf(host.getAttribute('lang') || document.documentElement.lang || navigator.language);
  const say = sayIn(lang);
  const base = `${server}/watch/${encodeURIComponent(slug)}`;
  const api = createRoomApi(base);
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

  const game: GameContext = {
    say,
    lang,
    server,
    now: () => Date.now() + clockOffset,
    own: (key) => memory.entry(key),
    enter: (of, entry) => void deeds.enter(of, entry),
    ask: (of, text) => void deeds.ask(text, of.interactionId),
  };

  const picture = createPicture(say);
  const chat = createChat(say, lang);
  const panel = createSheet(say);
  const notice = createNotice();
  const head = createHead(say, { about: openAbout, asks: openAsks, fly: toggleFlying });
  const onAir = createOnAirCard(say, lang, { open: openShelf, ask: askAbout });
  const chips = createChips(game, openInteraction);
  const veil = h('div', { class: 'veil', role: 'status' });
  const composer = createComposer(say, lang, {
    say: (text, isQuestion) => void deeds.speak(text, isQuestion),
    like: (count) => void deeds.send({ k: 'like', count }),
    openShelf,
    openName,
  });
  const room = h(
    'div',
    { class: 'room' },
    h('div', { class: 'stage' }, picture.element, head.element, veil),
    h('div', { class: 'side' }, chips.element, chat.element, notice.element, onAir.element, composer.element),
    panel.element,
  );
  root.append(room);
  picture.setFlying(!memory.flag('still'));
  head.setFlying(!memory.flag('still'));

  const deeds = createDeeds({
    say,
    memory,
    composer,
    notice,
    emit,
    isOnline: () => state === 'open',
    send: async (message) => connection?.send(message) ?? { ok: false, why: 'offline', waitMs: 0 },
    onOwnLine: ownLine,
    onAsked(text) {
      asks.push({ text, answer: null });
      head.setAsks(asks.length, 0);
    },
    onEntered() {
      drawPanel();
      paint();
    },
  });

  function ownLine(id: number, text: string, flags: number): void {
    mine.add(id);
    sight = seeOwnLine(sight, [id, text, name, flags, 1]);
    picture.fly([[id, text, name, flags, 1]], mine);
    paint();
  }
  async function readShelf(): Promise<void> {
    const items = await api.shelf();
    if (!items) return;
    shelf = items;
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
    void deeds.send({ k: 'click', productId: product.productId });
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
      await deeds.send({ k: 'name', name: text });
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

  /** At most once a frame of the screen, however much came in. */
  function paint(): void {
    if (painting || isStopped) return;
    painting = requestAnimationFrame(() => {
      painting = 0;
      chat.draw(sight.lines, mine);
      head.draw(info, sight, (count) => sayCount(lang, count));
      onAir.draw(sight.onAir, shelf);
      composer.setLikes(sight.likes);
      chips.draw(sight.interactions);
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
    if (next === 'open' && before !== 'open' && before !== 'connecting') infos.read();
    if (next === 'ended') picture.stop();
    if (next !== before) emit('state', { state: next });
    paint();
  }

  const infos = keepInfo(api.info, (found) => {
    if (found === 'lost') return setState('lost');
    info = found;
    if (info.phase !== 'ended') picture.show(info, server);
    if (info.phase === 'ended' && state === 'waiting') setState('ended');
    paint();
  });

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

  const stopRenewing = renewForPicture(base, () => panel.isOpen() || composer.isWriting());
  const clock = setInterval(() => tickClocks(root, game, sight.interactions), 500);
  setState('connecting');
  infos.read();
  void (identity ? api.vouch(identity).then((token) => token && memory.keepToken(token)) : Promise.resolve()).then(
    connect,
  );
  return () => {
    isStopped = true;
    clearInterval(clock);
    infos.stop();
    stopRenewing();
    connection?.close();
    picture.stop();
  };
}
