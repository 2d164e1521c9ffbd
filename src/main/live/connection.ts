// Keeps a viewer connected: by socket, where none gets through by an event stream, else by asking; nothing he sent is lost or doubled.
import type { Frame, Snapshot, Whisper } from '../../engage/live/viewer/core/frame.contract.ts';

export type LinkState = 'connecting' | 'open' | 'reconnecting' | 'waiting' | 'ended' | 'lost';

export type Answer = { ok: true; id: number | null; receipt: unknown } | { ok: false; why: string; waitMs: number };

/** A message without its name; the connection gives it one. */
export type Outgoing = { k: string } & Record<string, unknown>;

export interface ConnectionOptions {
  /** Without a slash at the end: `https://shop.example/live/summer`. */
  base: string;
  /** False for an overlay: it only looks on, by socket. */
  canSpeak: boolean;
  token: () => string | null;
  onSnapshot: (snapshot: Snapshot) => void;
  /** @returns true when a frame before it is missing */
  onFrame: (frame: Frame) => boolean;
  onWhisper: (whisper: Extract<Whisper, { me: unknown } | { told: unknown }>) => void;
  onState: (state: LinkState) => void;
}

export interface Connection {
  send(message: Outgoing): Promise<Answer>;
  close(): void;
}

interface Pending {
  text: string;
  done: (answer: Answer) => void;
}

const SILENT_MS = 16_000;
const WAIT_MS = 10_000;
const POLL_MS = 2_000;
/** Application close codes of ours. */
const ENDED = 4000;
const REFUSED = 4403;

export function openConnection(options: ConnectionOptions): Connection {
  const { base } = options;
  const prefix = Math.random().toString(36).slice(2, 10);
  const pending = new Map<string, Pending>();
  let socket: WebSocket | null = null;
  let stream: EventSource | null = null;
  let count = 0;
  let failures = 0;
  let opened = false;
  let isClosed = false;
  let lastHeard = 0;
  let timer = 0;
  let how: 'socket' | 'stream' | 'poll' = 'socket';

  const withToken = (path: string) => {
    const token = options.token();
    return `${base}${path}${token ? `?viewer=${encodeURIComponent(token)}` : ''}`;
  };

  function hear(text: string): void {
    lastHeard = Date.now();
    const heard = JSON.parse(text) as Frame | Snapshot | Whisper;
    if ('a' in heard) answer(heard);
    else if ('me' in heard || 'told' in heard) options.onWhisper(heard);
    else if ('snap' in heard) {
      opened = true;
      failures = 0;
      options.onSnapshot(heard);
      options.onState('open');
    } else hearFrame(heard);
  }

  function hearFrame(heard: Frame): void {
    if (options.onFrame(heard) && options.canSpeak) void readSnapshot();
    if (heard.end) {
      options.onState('ended');
      close(false);
      later(WAIT_MS * 3, look);
    }
  }

  function answer(heard: Extract<Whisper, { a: string }>): void {
    const one = pending.get(heard.a);
    if (!one) return;
    pending.delete(heard.a);
    one.done(
      'no' in heard
        ? { ok: false, why: heard.no, waitMs: heard.wait ?? 0 }
        : { ok: true, id: heard.id ?? null, receipt: heard.receipt },
    );
  }

  async function readSnapshot(): Promise<'ok' | 'none' | 'lost' | 'failed'> {
    try {
      const response = await fetch(withToken('/snapshot'), { cache: 'no-store' });
      if (response.ok) hear(await response.text());
      if (response.status === 404 || response.status === 403) return 'lost';
      return response.ok ? 'ok' : response.status === 409 ? 'none' : 'failed';
    } catch {
      return 'failed';
    }
  }

  function later(ms: number, doing: () => void): void {
    clearTimeout(timer);
    if (!isClosed) timer = window.setTimeout(doing, ms);
  }

  /** After a break: is there a show at all, then the best way that works. */
  async function look(): Promise<void> {
    if (isClosed) return;
    if (!options.canSpeak) return openSocket();
    const found = await readSnapshot();
    if (isClosed) return;
    if (found === 'lost') return options.onState('lost');
    if (found === 'none') {
      options.onState('waiting');
      return later(WAIT_MS, look);
    }
    if (found === 'failed') {
      options.onState(opened ? 'reconnecting' : 'connecting');
      return again();
    }
    if (how === 'socket') openSocket();
    else if (how === 'stream') openStream();
    else poll();
  }

  /** Longer each time, and never all viewers at once. */
  function again(): void {
    failures += 1;
    const wait = Math.min(6_000, 500 * 2 ** Math.min(failures, 5));
    later(wait / 2 + Math.random() * wait, look);
  }

  function openSocket(): void {
    const own = new WebSocket(withToken('/socket').replace(/^http/, 'ws'));
    let heardAny = false;
    socket = own;
    own.onmessage = (event) => {
      if (!heardAny) {
        heardAny = true;
        for (const one of pending.values()) own.send(one.text);
      }
      hear(event.data as string);
    };
    own.onclose = (event) => {
      if (socket !== own) return;
      socket = null;
      if (isClosed) return;
      if (event.code === ENDED) return;
      if (event.code === REFUSED) {
        options.onState(event.reason === 'no_show' ? 'waiting' : 'lost');
        if (event.reason === 'no_show') later(WAIT_MS, look);
        return;
      }
      options.onState(opened ? 'reconnecting' : 'connecting');
      // A network that lets snapshots through but twice no socket lets none through.
      if (!heardAny && failures >= 1 && options.canSpeak) how = 'stream';
      again();
    };
  }

  function openStream(): void {
    const own = new EventSource(withToken('/stream'));
    let heardAny = false;
    stream = own;
    own.onmessage = (event) => {
      if (!heardAny) for (const [name, one] of pending) void post(name, one);
      heardAny = true;
      hear(event.data as string);
    };
    own.onerror = () => {
      own.close();
      if (stream !== own || isClosed) return;
      stream = null;
      options.onState('reconnecting');
      if (!heardAny) how = 'poll';
      again();
    };
  }

  function poll(): void {
    for (const [name, one] of pending) void post(name, one);
    later(POLL_MS, look);
  }

  async function post(name: string, one: Pending): Promise<void> {
    try {
      const body = JSON.stringify({ ...JSON.parse(one.text), viewer: options.token() });
      const response = await fetch(`${base}/messages`, { method: 'POST', body });
      if (response.ok) hear(await response.text());
      else if (response.status === 409) answer({ a: name, no: 'no_show' });
      else if (response.status < 500) answer({ a: name, no: 'other' });
    } catch {
      // It stays with those that wait and goes out with the next connection.
    }
  }

  function close(forGood: boolean): void {
    isClosed = forGood;
    clearTimeout(timer);
    const [oldSocket, oldStream] = [socket, stream];
    socket = null;
    stream = null;
    oldSocket?.close();
    oldStream?.close();
  }

  // A connection can die without a word: frames come at least every five seconds.
  const watch = window.setInterval(() => {
    if ((socket || stream) && lastHeard > 0 && Date.now() - lastHeard > SILENT_MS && !document.hidden) {
      close(false);
      options.onState('reconnecting');
      again();
    }
  }, 4_000);

  options.onState('connecting');
  void look();

  return {
    send(message) {
      count += 1;
      const name = `${prefix}-${count.toString(36)}`;
      return new Promise((done) => {
        const one = { text: JSON.stringify({ n: name, ...message }), done };
        pending.set(name, one);
        if (socket?.readyState === WebSocket.OPEN) socket.send(one.text);
        else if (stream || how === 'poll') void post(name, one);
      });
    },
    close() {
      clearInterval(watch);
      close(true);
    },
  };
}
