// The player for playlists; loaded only when a room has one. It keeps trying: a picture that breaks comes back by itself.
import type WholeHls from 'hls.js';
// @ts-expect-error: the light build comes without types of its own; they are those of the whole one
import LightHls from 'hls.js/light';
import type { Player } from './picture.ts';

const Hls = LightHls as typeof WholeHls;

const AGAIN_MS = 3_000;
/** A picture that ended is looked for again: cameras are switched, and some streams end their playlist when they do. */
const AFTER_END_MS = 10_000;
/** Two faults of the decoder so close together, and it is set up anew. */
const FAULTS_WITHIN_MS = 8_000;

const play: Player = (video, url, told) => {
  if (!Hls.isSupported()) {
    told('unplayable');
    return () => {};
  }
  let timer = 0;
  let faultAt = 0;
  let isGone = false;
  let hls = begin();

  function later(ms: number, doing: () => void): void {
    clearTimeout(timer);
    if (!isGone) timer = window.setTimeout(doing, ms);
  }

  function anew(): void {
    hls.destroy();
    hls = begin();
  }

  function begin() {
    const made = new Hls({
      enableWorker: false,
      lowLatencyMode: true,
      backBufferLength: 30,
      liveMaxLatencyDurationCount: 10,
      liveSyncDurationCount: 3,
    });
    made.on(Hls.Events.ERROR, (_name, data) => {
      if (!data.fatal || isGone) return;
      if (data.type === Hls.ErrorTypes.MEDIA_ERROR) {
        const isAgain = Date.now() - faultAt < FAULTS_WITHIN_MS;
        faultAt = Date.now();
        if (isAgain) later(AGAIN_MS, anew);
        else made.recoverMediaError();
        return;
      }
      told('absent');
      // A new set-up, because one that has played keeps the numbers of the stream that is gone.
      later(AGAIN_MS, anew);
    });
    // A new source begins paused, and what is not seen yet does not begin by itself.
    made.on(Hls.Events.MANIFEST_PARSED, () => void video.play().catch(() => {}));
    made.loadSource(url);
    made.attachMedia(video);
    return made;
  }

  async function lookAfterEnd(): Promise<void> {
    const { url: list } = hls.latestLevelDetails ?? { url };
    const text = await fetch(list, { cache: 'no-store' }).then(
      (answer) => (answer.ok ? answer.text() : ''),
      () => '',
    );
    if (isGone || !video.ended) return;
    if (text.startsWith('#EXTM3U') && !text.includes('#EXT-X-ENDLIST')) {
      anew();
    } else later(AFTER_END_MS, lookAfterEnd);
  }
  const onEnded = () => later(AFTER_END_MS, lookAfterEnd);
  video.addEventListener('ended', onEnded);

  return () => {
    isGone = true;
    clearTimeout(timer);
    video.removeEventListener('ended', onEnded);
    hls.destroy();
  };
};

Object.assign(window, { huiyinPlayer: play });
