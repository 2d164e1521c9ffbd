// A recorded exchange stands in for the platform: given clock, given dice, sockets and answers that a test plays itself.

import type { DecodedEvent, GapCause } from '../../../stream/core/live-event.contract.ts';
import type { Connector, ConnectorIo, LineSocket, PushAnswer, PushCall } from '../../core/connector.contract.ts';

type Answer = { status?: number; headers?: Record<string, string>; body?: string | object };
export interface Asked {
  url: string;
  method: string;
  headers: Record<string, string>;
  body: string;
}

/** The platform's end of a socket. */
export class RecordedSocket implements LineSocket {
  readonly sent: (string | Uint8Array)[] = [];
  isClosed = false;
  private readonly listeners = {
    open: [] as (() => void)[],
    message: [] as ((data: Uint8Array | string) => void)[],
    close: [] as ((code: number, reason: string) => void)[],
  };
  readonly url: string;
  readonly options: { headers?: Record<string, string>; protocols?: string[] } | undefined;
  constructor(url: string, options?: { headers?: Record<string, string>; protocols?: string[] }) {
    this.url = url;
    this.options = options;
  }
  send(data: string | Uint8Array): void {
    this.sent.push(data);
  }
  close(): void {
    this.isClosed = true;
  }
  onOpen(listener: () => void): void {
    this.listeners.open.push(listener);
  }
  onMessage(listener: (data: Uint8Array | string) => void): void {
    this.listeners.message.push(listener);
  }
  onClose(listener: (code: number, reason: string) => void): void {
    this.listeners.close.push(listener);
  }
  opens(): void {
    for (const listener of this.listeners.open) listener();
  }
  says(data: Uint8Array | string): void {
    for (const listener of this.listeners.message) listener(data);
  }
  drops(code = 1006): void {
    this.isClosed = true;
    for (const listener of this.listeners.close) listener(code, '');
  }
}

/** Lets every promise that can go on go on; no time passes. */
export async function breathe(): Promise<void> {
  for (let round = 0; round < 20; round += 1) await Promise.resolve();
}

export class RecordedTraffic implements ConnectorIo {
  at: number;
  readonly sockets: RecordedSocket[] = [];
  readonly asked: Asked[] = [];
  readonly events: DecodedEvent[] = [];
  unread = 0;
  readonly gaps: { from: number; to: number; cause: GapCause }[] = [];
  readonly states: string[] = [];
  private readonly answer: (asked: Asked) => Answer;
  private timers: { due: number; run: () => void }[] = [];
  /** Set to hold the journal back. */
  keep: (() => Promise<void>) | null = null;

  constructor(at: number, answer: (asked: Asked) => Answer = () => ({ status: 404 })) {
    this.at = at;
    this.answer = answer;
  }

  now = () => this.at;
  dice = () => 0.5;
  after = (ms: number, run: () => void) => {
    const timer = { due: this.at + ms, run };
    this.timers.push(timer);
    return () => {
      this.timers = this.timers.filter((one) => one !== timer);
    };
  };
  emit = async (events: DecodedEvent[], unread = 0) => {
    await this.keep?.();
    this.events.push(...events);
    this.unread += unread;
  };
  gap = (from: number, to: number, cause: GapCause) => {
    this.gaps.push({ from, to, cause });
  };
  state = (state: string, detail?: string) => {
    this.states.push(detail === undefined ? state : `${state} ${detail}`);
  };
  fetch: ConnectorIo['fetch'] = async (url, init = {}) => {
    const asked = { url, method: init.method ?? 'GET', headers: init.headers ?? {}, body: init.body ?? '' };
    this.asked.push(asked);
    const { status = 200, headers = {}, body = '' } = this.answer(asked);
    return {
      status,
      headers,
      body: new TextEncoder().encode(typeof body === 'string' ? body : JSON.stringify(body)),
    };
  };
  socket = (url: string, options?: { headers?: Record<string, string>; protocols?: string[] }) => {
    const socket = new RecordedSocket(url, options);
    this.sockets.push(socket);
    return socket;
  };

  /** The newest socket. */
  get line(): RecordedSocket {
    const socket = this.sockets.at(-1);
    if (!socket) throw new Error('nothing was dialled');
    return socket;
  }

  /** Lets time pass; what falls due on the way runs in its order. */
  async pass(ms: number): Promise<void> {
    const until = this.at + ms;
    await breathe();
    for (;;) {
      const next = this.timers.filter((timer) => timer.due <= until).sort((one, other) => one.due - other.due)[0];
      if (!next) break;
      this.timers = this.timers.filter((timer) => timer !== next);
      this.at = Math.max(this.at, next.due);
      next.run();
      await breathe();
    }
    this.at = until;
    await breathe();
  }
}

/** Hands a recorded call to a pushed connector; header names are lowered as the server does. */
export function pushed<S>(
  connector: Connector<S>,
  settings: S,
  now: number,
  call: {
    headers?: Record<string, string>;
    query?: Record<string, string>;
    body: string | Uint8Array;
    method?: string;
  },
): PushAnswer {
  const headers = Object.fromEntries(
    Object.entries(call.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]),
  );
  const body = typeof call.body === 'string' ? new TextEncoder().encode(call.body) : call.body;
  const asked: PushCall = { method: call.method ?? 'POST', headers, query: call.query ?? {}, body };
  if (!connector.receive) throw new Error('nobody pushes to this source');
  return connector.receive(asked, settings, now);
}
