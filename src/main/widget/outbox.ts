// Keeps what was said on this device until the shop has it for sure, and asks where it stands.

export interface Pin {
  x: number;
  y: number;
  note: string;
}

export interface Voice {
  voice: string;
  text: string;
  rating?: number;
  locale: string;
  saidAt: string;
  page?: string;
  product?: { name?: string; sku?: string };
  orderNo?: string;
  topic?: string;
  contact?: { email?: string; phone?: string };
  photos: string[];
  pins: Pin[][];
}

export interface Standing {
  text: string;
  rating: number | null;
  at: string;
  stage: string;
  reference: number | null;
  answerBy: string | null;
  path: string | null;
}

export interface Looks {
  shop: string;
  color: string;
  greeting: { zh: string; en: string };
  maxPhotos: number;
  maxWords: number;
}

interface Kept {
  browser: string;
  queue: Voice[];
  /** Whether anything ever reached the shop from here. */
  sent: boolean;
  /** What was last read under "mine", to notice news. */
  seen: string;
}

/** What became of sending: taken, kept for later, or refused by name. */
export type Sent = 'sent' | 'kept' | { refused: string };

const FIRST_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 300_000;

export function secret(bytes = 24): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(bytes)), (one) => (one % 36).toString(36)).join('');
}

export function openOutbox(server: string, key: string, onChange: () => void) {
  const place = `huiyin:${key}`;
  let memory: Kept | undefined;
  let wait = FIRST_WAIT_MS;
  let timer = 0;

  const load = (): Kept => {
    if (memory) return memory;
    try {
      memory = JSON.parse(localStorage.getItem(place) ?? '') as Kept;
    } catch {
      // Nothing kept, or storage is forbidden: it then lasts as long as the page.
    }
    memory ??= { browser: secret(32), queue: [], sent: false, seen: '' };
    return memory;
  };
  const save = () => {
    const kept = load();
    try {
      localStorage.setItem(place, JSON.stringify(kept));
    } catch {
      try {
        // Photos may be more than a device keeps; the words must not be lost with them.
        const queue = kept.queue.map((voice) => ({ ...voice, photos: [], pins: [] }));
        localStorage.setItem(place, JSON.stringify({ ...kept, queue }));
      } catch {}
    }
  };
  const ask = (what: string, body?: unknown) =>
    fetch(`${server}/api/v1/widget/${key}${what}`, {
      credentials: 'omit',
      ...(body === undefined
        ? {}
        : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });

  async function post(voice: Voice): Promise<Sent> {
    let answer: Response;
    try {
      answer = await ask('/voices', { browser: load().browser, ...voice });
    } catch {
      return 'kept';
    }
    if (answer.ok) return 'sent';
    if (answer.status >= 500 || answer.status === 429) return 'kept';
    const problem = (await answer.json().catch(() => ({}))) as { code?: string };
    return { refused: problem.code ?? 'invalid' };
  }

  /** Sends what waits, oldest first. A refused voice leaves the queue: it can never be taken. */
  async function flush(): Promise<Sent> {
    clearTimeout(timer);
    let last: Sent = 'sent';
    for (const voice of [...load().queue]) {
      last = await post(voice);
      if (last === 'kept') {
        timer = window.setTimeout(flush, wait);
        wait = Math.min(wait * 2, LONGEST_WAIT_MS);
        break;
      }
      wait = FIRST_WAIT_MS;
      const kept = load();
      kept.queue = kept.queue.filter((one) => one.voice !== voice.voice);
      if (last === 'sent') kept.sent = true;
      save();
    }
    onChange();
    return last;
  }

  addEventListener('online', () => void flush());
  return {
    flush,
    waiting: () => load().queue,
    hasSpoken: () => load().sent,
    /** Kept on this device first, then sent. */
    say(voice: Voice): Promise<Sent> {
      load().queue.push(voice);
      save();
      return flush();
    },
    async looks(): Promise<Looks | null> {
      const answer = await ask('').catch(() => null);
      return answer?.ok ? ((await answer.json()) as Looks) : null;
    },
    async mine(paths: boolean): Promise<Standing[] | null> {
      const answer = await ask('/mine', { browser: load().browser, paths }).catch(() => null);
      return answer?.ok ? ((await answer.json()) as { items: Standing[] }).items : null;
    },
    /** Whether this differs from what was last read here. */
    isNews: (items: readonly Standing[]) => load().seen !== '' && load().seen !== summary(items),
    noteSeen(items: readonly Standing[]) {
      load().seen = summary(items);
      save();
    },
  };
}

export type Outbox = ReturnType<typeof openOutbox>;

const summary = (items: readonly Standing[]) => items.map((item) => item.at + item.stage).join();
