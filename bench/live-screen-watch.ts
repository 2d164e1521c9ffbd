// What runs inside the page: counts frames, and notes how old a line is in the frame in which it is first painted.

export interface ScreenReading {
  /** Milliseconds from the call to the frame, of every line that was shown. */
  ages: number[];
  /** The same of staff lines, which are always shown. */
  marks: number[];
  frames: number;
}

type Watched = ScreenReading;

/** Begins to watch; handed to the page as its source text, so it names nothing from outside. */
export function watchScreen(): void {
  const watched: Watched = { ages: [], marks: [], frames: 0 };
  (globalThis as unknown as { watched: Watched }).watched = watched;
  let fresh: { sent: number; isMark: boolean }[] = [];
  const known = new Set<string>();
  const look = () => {
    for (const row of document.querySelectorAll('.ld-line')) {
      const id = row.getAttribute('data-line') ?? '';
      if (known.has(id)) continue;
      known.add(id);
      if (known.size > 2000) known.delete(known.values().next().value as string);
      const letters = /~([a-z]+)/.exec(row.textContent ?? '')?.[1];
      if (!letters) continue;
      let sent = 0;
      for (const letter of letters) sent = sent * 26 + letter.charCodeAt(0) - 97;
      fresh.push({ sent, isMark: (row.textContent ?? '').includes('注意时间') });
    }
  };
  new MutationObserver(look).observe(document.querySelector('.ld-lines-box')!, { childList: true, subtree: true });
  const frame = () => {
    watched.frames += 1;
    const now = Date.now();
    for (const { sent, isMark } of fresh) {
      watched.ages.push(now - sent);
      if (isMark) watched.marks.push(now - sent);
    }
    fresh = [];
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
}

/** What was seen since the last call. */
export function readScreen(): ScreenReading {
  const { watched } = globalThis as unknown as { watched: Watched };
  const { ages, marks, frames } = watched;
  watched.ages = [];
  watched.marks = [];
  watched.frames = 0;
  return { ages, marks, frames };
}
