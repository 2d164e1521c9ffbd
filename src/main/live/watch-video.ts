// Tells how a picture does from what it does: moving, standing still, over. Players say many things; a clock that moves cannot lie.

export type PictureState = 'loading' | 'playing' | 'stalled' | 'ended' | 'absent' | 'unplayable';

const LOOK_MS = 1_000;
/** A second or two is the network's breath; longer is worth a word. */
const STILL_MS = 3_000;

/**
 * @param changed hears of every change
 * @returns how to stop, and where a player says what the picture itself does not know
 */
export function watchVideo(video: HTMLVideoElement, changed: (state: PictureState) => void) {
  let state: PictureState = 'loading';
  let seenAt = 0;
  let movedAt = Date.now();
  const set = (next: PictureState) => {
    if (next === state) return;
    state = next;
    changed(next);
  };
  const look = () => {
    if (video.ended) return set('ended');
    if (video.currentTime !== seenAt) {
      seenAt = video.currentTime;
      movedAt = Date.now();
      if (!video.paused) set('playing');
      return;
    }
    // A picture somebody has paused stands still because he wants it to.
    if (video.paused && video.readyState >= 2) movedAt = Date.now();
    if (state === 'playing' && Date.now() - movedAt > STILL_MS) set('stalled');
  };
  const timer = setInterval(look, LOOK_MS);
  for (const name of ['ended', 'playing', 'timeupdate']) video.addEventListener(name, look);
  return {
    say(next: 'absent' | 'unplayable') {
      // What is in the buffer is played to its end.
      if (next === 'absent' && state === 'playing') return;
      set(next);
    },
    stop() {
      clearInterval(timer);
      for (const name of ['ended', 'playing', 'timeupdate']) video.removeEventListener(name, look);
    },
  };
}
