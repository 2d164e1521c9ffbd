// The picture of the room: a video where there is one, the cover where not, and lines that fly over it.
import type { FrameLine } from '../../engage/live/viewer/core/frame.contract.ts';
import { ECHO, h, icon } from '../widget/dom.ts';
import type { Say } from './words.ts';

type Player = (video: HTMLVideoElement, url: string, onTrouble: (isFatal: boolean) => void) => () => void;

export interface Picture {
  element: HTMLElement;
  show(room: { coverUrl: string | null; videoUrl: string | null }, server: string): void;
  fly(lines: readonly FrameLine[], own: ReadonlySet<number>): void;
  setFlying(on: boolean): void;
  stop(): void;
}

const LANES = 6;
const FLIGHT_MS = 9_000;

let playerScript: Promise<Player> | null = null;

function loadPlayer(server: string): Promise<Player> {
  playerScript ??= new Promise((done, failed) => {
    const script = document.createElement('script');
    script.src = `${server}/live-player.js`;
    script.onload = () => done((window as unknown as { huiyinPlayer: Player }).huiyinPlayer);
    script.onerror = () => {
      playerScript = null;
      failed(new Error('no player'));
    };
    document.head.append(script);
  });
  return playerScript;
}

export function createPicture(say: Say): Picture {
  const cover = h('img', { class: 'cover', alt: '' });
  const video = h('video', { playsinline: true, muted: true, autoplay: true, hidden: true });
  video.muted = true;
  const sky = h('div', { class: 'sky', 'aria-hidden': 'true' });
  const note = h('div', { class: 'no-picture', hidden: true }, icon(...ECHO), h('p', {}, say('state.no_picture')));
  const sound = h('button', { type: 'button', class: 'sound glass', hidden: true }, say('unmute'));
  const element = h('div', { class: 'picture' }, cover, video, note, sky, sound);
  const freeAt: number[] = Array(LANES).fill(0);
  let isFlying = true;
  let stopPlayer = () => {};
  let shown = '';

  sound.addEventListener('click', () => {
    if (video.paused) void video.play().catch(() => {});
    else video.muted = !video.muted;
    label();
  });
  function label(): void {
    sound.textContent = say(video.paused ? 'play' : video.muted ? 'unmute' : 'mute');
  }
  for (const name of ['play', 'pause', 'volumechange']) video.addEventListener(name, label);

  async function play(url: string, server: string): Promise<void> {
    video.hidden = false;
    sound.hidden = false;
    const fail = () => {
      video.hidden = true;
      sound.hidden = true;
      note.hidden = false;
    };
    if (!/\.m3u8(\?|$)/.test(url) || video.canPlayType('application/vnd.apple.mpegurl')) {
      video.src = url;
      video.addEventListener('error', fail, { once: true });
    } else {
      const player = await loadPlayer(server).catch(() => null);
      if (!player) return fail();
      stopPlayer = player(video, url, (isFatal) => isFatal && fail());
    }
    await video.play().catch(() => {});
    label();
  }

  return {
    element,
    show(room, server) {
      const key = `${room.coverUrl} ${room.videoUrl}`;
      if (key === shown) return;
      shown = key;
      stopPlayer();
      cover.hidden = !room.coverUrl;
      if (room.coverUrl) cover.src = room.coverUrl;
      if (room.coverUrl) video.poster = room.coverUrl;
      note.hidden = room.videoUrl !== null;
      note.classList.toggle('covered', Boolean(room.coverUrl));
      if (room.videoUrl) void play(room.videoUrl, server);
    },
    fly(lines, own) {
      if (!isFlying || document.hidden || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
      const width = sky.clientWidth;
      if (width < 500) return;
      for (const line of lines) {
        const lane = freeAt.findIndex((at) => at <= Date.now());
        if (lane < 0) return;
        const text = h('span', { class: own.has(line[0]) ? 'mine' : '' }, line[1]);
        text.style.setProperty('top', `${lane * 2.4 + 4.5}rem`);
        sky.append(text);
        const length = text.offsetWidth;
        const speed = (width + length) / FLIGHT_MS;
        freeAt[lane] = Date.now() + (length + 40) / speed;
        const flight = text.animate(
          [{ transform: `translateX(${width}px)` }, { transform: `translateX(${-length}px)` }],
          {
            duration: FLIGHT_MS,
          },
        );
        flight.onfinish = () => text.remove();
      }
    },
    setFlying(on) {
      isFlying = on;
      if (!on) sky.replaceChildren();
    },
    stop() {
      stopPlayer();
      video.pause();
      video.removeAttribute('src');
    },
  };
}
