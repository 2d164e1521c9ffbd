// The player for playlists a browser cannot play by itself; loaded only when a room has a picture and the browser needs it.
import type WholeHls from 'hls.js';
// @ts-expect-error: the light build comes without types of its own; they are those of the whole one
import LightHls from 'hls.js/light';

const Hls = LightHls as typeof WholeHls;

Object.assign(window, {
  huiyinPlayer: (video: HTMLVideoElement, url: string, onTrouble: (isFatal: boolean) => void): (() => void) => {
    if (!Hls.isSupported()) {
      onTrouble(true);
      return () => {};
    }
    const hls = new Hls({ enableWorker: false, lowLatencyMode: true, backBufferLength: 30 });
    hls.on(Hls.Events.ERROR, (_name, data) => {
      if (!data.fatal) return;
      if (data.type === Hls.ErrorTypes.MEDIA_ERROR) return hls.recoverMediaError();
      onTrouble(false);
      setTimeout(() => hls.loadSource(url), 3_000);
    });
    hls.loadSource(url);
    hls.attachMedia(video);
    return () => hls.destroy();
  },
});
