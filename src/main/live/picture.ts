// The picture of the room: a video where there is one, the cover where not, and what is to be said about it.
import { ECHO, h, icon } from '../widget/dom.ts';
import { createSky, type Sky } from './sky.ts';
import { type PictureState, watchVideo } from './watch-video.ts';
import type { Say } from './words.ts';

/** Plays a playlist; `told` hears what the picture itself does not know. @returns how to stop */
export type Player = (
  video: HTMLVideoElement,
  url: string,
  told: (trouble: 'absent' | 'unplayable') => void,
) => () => void;

export interface Picture extends Pick<Sky, 'fly' | 'setFlying'> {
  element: HTMLElement;
  show(room: { coverUrl: string | null; videoUrl: string | null }, server: string): void;
  stop(): void;
}

/** A file or a playlist the browser plays by itself is asked for again after this. */
const AGAIN_MS = 4_000;

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

/** Playlists go to our player wherever it can work: what browsers bring along gives up at the first break. */
function needsPlayer(url: string): boolean {
  const canPlay = 'MediaSource' in window || 'ManagedMediaSource' in window;
  return /\.m3u8(\?|#|$)/i.test(url) && canPlay;
}

/** Lets the browser play by itself, and asks again when it gives up. */
const playPlain: Player = (video, url, told) => {
  let timer = 0;
  const failed = () => {
    // What it was given is not of a kind it knows: asking again changes nothing.
    const isUnknown = video.error?.code === MediaError.MEDIA_ERR_SRC_NOT_SUPPORTED && /\.(mp4|webm|mov)/i.test(url);
    told(isUnknown ? 'unplayable' : 'absent');
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      video.src = url;
      void video.play().catch(() => {});
    }, AGAIN_MS);
  };
  video.addEventListener('error', failed);
  video.src = url;
  return () => {
    clearTimeout(timer);
    video.removeEventListener('error', failed);
    video.removeAttribute('src');
    video.load();
  };
};

export function createPicture(say: Say): Picture {
  const cover = h('img', { class: 'cover', alt: '' });
  const video = h('video', { playsinline: true, muted: true, autoplay: true, hidden: true });
  video.muted = true;
  const sky = createSky(say);
  const word = h('p', {}, say('picture.none'));
  const note = h('div', { class: 'no-picture', hidden: true, role: 'status' }, icon(...ECHO), word);
  const sound = h('button', { type: 'button', class: 'sound glass', hidden: true }, say('unmute'));
  const element = h('div', { class: 'picture' }, cover, video, note, sky.element, sound);
  let stopPlayer = () => {};
  let shown = '';
  let hasPlayed = false;

  sound.addEventListener('click', () => {
    if (video.paused) void video.play().catch(() => {});
    else video.muted = !video.muted;
    label();
  });
  function label(): void {
    sound.textContent = say(video.paused ? 'play' : video.muted ? 'unmute' : 'mute');
  }
  for (const name of ['play', 'pause', 'volumechange']) video.addEventListener(name, label);
  cover.addEventListener('error', () => {
    cover.hidden = true;
    note.classList.remove('covered');
  });

  /** What is seen of the video, and what is said about it. */
  function draw(state: PictureState | 'none'): void {
    element.dataset.picture = state;
    const isThere = state === 'playing' || state === 'stalled' || state === 'ended';
    video.hidden = !isThere;
    sound.hidden = state !== 'playing' && state !== 'stalled';
    note.hidden = state === 'playing';
    hasPlayed ||= state === 'playing';
    const text = say(`picture.${state === 'absent' && hasPlayed ? 'stalled' : state}`);
    if (word.textContent !== text) word.textContent = text;
    label();
  }

  function play(url: string, server: string): void {
    const watch = watchVideo(video, draw);
    let stop = () => {};
    let isStopped = false;
    stopPlayer = () => {
      isStopped = true;
      watch.stop();
      stop();
    };
    draw('loading');
    const begin = (player: Player) => {
      if (isStopped) return;
      stop = player(video, url, watch.say);
      void video.play().catch(() => {});
    };
    if (!needsPlayer(url)) begin(playPlain);
    else loadPlayer(server).then(begin, () => begin(playPlain));
  }

  function stop(): void {
    stopPlayer();
    stopPlayer = () => {};
    shown = '';
    hasPlayed = false;
    video.pause();
    draw('none');
  }

  return {
    element,
    show(room, server) {
      const key = `${room.coverUrl} ${room.videoUrl}`;
      if (key === shown) return;
      stop();
      shown = key;
      cover.hidden = !room.coverUrl;
      if (room.coverUrl) cover.src = room.coverUrl;
      if (room.coverUrl) video.poster = room.coverUrl;
      else video.removeAttribute('poster');
      note.classList.toggle('covered', Boolean(room.coverUrl));
      if (room.videoUrl) play(room.videoUrl, server);
    },
    fly: sky.fly,
    setFlying: sky.setFlying,
    stop,
  };
}
