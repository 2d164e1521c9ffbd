// What a room is, asked when it matters: at the beginning, after a break, and now and then while it has no picture yet.
import type { PublicRoom } from '../../engage/live/viewer/core/viewer.contract.ts';

/** Somebody who looks on for long is asked for nothing more than this; never all at once. */
const PICTURE_EVERY_MS = 120_000;

/**
 * @param ask null when nobody answered
 * @param found hears of every answer
 */
export function keepInfo(
  ask: () => Promise<PublicRoom | 'lost' | null>,
  found: (info: PublicRoom | 'lost') => void,
): { read(): void; stop(): void } {
  let timer = 0;
  let isStopped = false;
  async function read(): Promise<void> {
    const info = await ask();
    if (!info || isStopped) return;
    clearTimeout(timer);
    found(info);
    if (info === 'lost' || info.videoUrl || info.phase !== 'live') return;
    // A picture may be named after the show began.
    timer = window.setTimeout(() => void read(), PICTURE_EVERY_MS * (1 + Math.random()));
  }
  return {
    read: () => void read(),
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
