// Keeps a viewer connected: by socket, where none gets through by an event stream, else by asking; nothing he sent is lost or doubled.
import type { Frame, Snapshot, Whisper } from '../../engage/live/viewer/core/frame.contract.ts';
import { createLinkWay } from './link-way.ts';

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
  /** Answered by saying who one is now, not by its name. */
  isName: boolean;
  done: (answer: Answer) => void;
}

const SILENT_MS = 16_000;
const WAIT_MS = 10_000;
const POLL_MS = 2_000;
/** Application close codes of ours. */
const ENDED = 4000;
const REFUSED = 4403;
/** `WebSocket.OPEN`, where there may be no `WebSocket`. */
const OPEN = 1;

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
  const link = createLinkWay(!options.canSpeak);

  const withToken = (path: string) => {
    const token = options.token();
    return `${base}${path}${token ? `?viewer=${encodeURIComponent(token)}` : ''}`;
  };

  function hear(text: string): void {
    lastHeard = Date.now();
    const heard = JSON.parse(text) as Frame | Snapshot | Whisper;
    if ('a' in heard) answer(heard);
    else if ('me' in heard || 'told' in heard) {
      options.onWhisper(heard);
      if ('me' in heard) nameTaken();
    } else if ('snap' in heard) {
      opened = true;
      failures = 0;
      options.onSnapshot(heard);
      options.onState('open');
    } else hearFrame(heard);
  }

  function hearFrame(heard: Frame): void {
    // An overlay has no snapshot to read: it comes in anew.
    if (options.onFrame(heard)) {
      if (options.canSpeak) void readSnapshot();
      else socket?.close();
    }
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

  function nameTaken(): void {
    for (const [name, one] of pending) {
      if (!one.isName) continue;
      pending.delete(name);
      one.done({ ok: true, id: null, receipt: null });
    }
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
    if (link.way() === 'socket') openSocket();
    else if (link.way() === 'stream') openStream();
    else poll();
  }

  /** Longer each time, and never all viewers at once. */
  function again(): void {
    failures += 1;
    const wait = Math.min(6_000, 500 * 2 ** Math.min(failures, 5));
    later(wait / 2 + Math.random() * wait, look);
  }

  function openSocket(): void {
    let own: WebSocket;
    try {
      own = new WebSocket(withToken('/socket').replace(/^http/, 'ws'));
    } catch {
      // A browser, or what guards it, that knows no sockets.
      link.heardNothing(true);
      again();
      return;
    }
    let heardAny = false;
    socket = own;
    const over = () => {
      if (socket !== own) return;
      socket = null;
      if (isClosed) return;
      options.onState(opened ? 'reconnecting' : 'connecting');
      if (!heardAny) link.heardNothing();
      again();
    };
    link.listenFor(() => {
      over();
      own.close();
    });
    own.onmessage = (event) => {
      if (socket !== own) return;
      if (!heardAny) {
        heardAny = true;
        link.heard();
        for (const one of pending.values()) own.send(one.text);
      }
      hear(event.data as string);
    };
    own.onclose = (event) => {
      if (socket !== own) return;
      if (event.code === ENDED || event.code === REFUSED) {
        link.rest();
        socket = null;
        if (isClosed || event.code === ENDED) return;
        options.onState(event.reason === 'no_show' ? 'waiting' : 'lost');
        if (event.reason === 'no_show') later(WAIT_MS, look);
        return;
      }
      over();
    };
  }

  function openStream(): void {
    const own = new EventSource(withToken('/stream'));
    let heardAny = false;
    stream = own;
    const over = () => {
      own.close();
      if (stream !== own || isClosed) return;
      stream = null;
      options.onState('reconnecting');
      if (!heardAny) link.heardNothing();
      again();
    };
    link.listenFor(over);
    own.onmessage = (event) => {
      if (stream !== own) return;
      hear(event.data as string);
      if (heardAny) return;
      heardAny = true;
      link.heard();
      // The first word says who one is; without it nothing can be sent.
      for (const [name, one] of pending) void post(name, one);
    };
    own.onerror = over;
  }

  function poll(): void {
    link.polled();
    void enterByAsking().then(() => {
      for (const [name, one] of pending) void post(name, one);
    });
    later(POLL_MS, look);
  }

  /** Sockets and streams say who one is by themselves. */
  async function enterByAsking(): Promise<void> {
    if (options.token()) return;
    try {
      const response = await fetch(`${base}/viewer`, { method: 'POST', body: '{}' });
      if (response.ok) options.onWhisper({ me: await response.json(), asks: [] });
    } catch {
      // Asked again with the next look.
    }
  }

  async function post(name: string, one: Pending): Promise<void> {
    try {
      const body = JSON.stringify({ ...JSON.parse(one.text), viewer: options.token() });
      const response = await fetch(`${base}/messages`, { method: 'POST', body });
      if (response.ok) hear(await response.text());
      else if (response.status === 409) {
        const { code } = (await response.json()) as { code?: string };
        answer({ a: name, no: code === 'not_a_viewer' ? 'nobody' : 'no_show' });
      } else if (response.status === 429) answer({ a: name, no: 'too_fast', wait: POLL_MS });
      else if (response.status < 500) answer({ a: name, no: 'other' });
    } catch {
      // It stays with those that wait and goes out with the next connection.
    }
  }

  function close(forGood: boolean): void {
    isClosed = forGood;
    clearTimeout(timer);
    link.rest();
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
        const one = { text: JSON.stringify({ n: name, ...message }), isName: message.k === 'name', done };
        pending.set(name, one);
        if (socket?.readyState === OPEN) socket.send(one.text);
        else if ((stream || link.way() === 'poll') && options.token()) void post(name, one);
      });
    },
    close() {
      clearInterval(watch);
      close(true);
    },
  };
}
