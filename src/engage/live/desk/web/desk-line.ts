// The browser's end of the desk's socket: connects again with patience, asks for the whole state after a hole, sends deeds until they are acknowledged.
import type { DeskFrame, DeskMessage, DeskRefusal, OperatorDeed } from '../core/desk.contract.ts';
import type { DeskStore } from './desk-store.ts';

/** The server says something at least every five seconds. */
const SILENT_MS = 13_000;
const WATCH_MS = 2000;
const LONGEST_MS = 3000;
/** A deed that nobody acknowledged for so long is given up; it may be tried again by hand. */
const GIVE_UP_MS = 20_000;
/** Codes after which trying again is of no use: refused by the route, or the line was closed for good. */
const FINAL = new Set([4401, 4403, 1008]);

export type DeedAnswer = { ok: true; caseId?: string } | { ok: false; reason: DeskRefusal | 'offline' };

interface Pending {
  message: DeskMessage;
  resolve: (answer: DeedAnswer) => void;
  timer: ReturnType<typeof setTimeout>;
}

export class DeskLine {
  private socket: WebSocket | null = null;
  private attempts = 0;
  private heardAt = 0;
  private asked = false;
  private isClosed = false;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private readonly watch: ReturnType<typeof setInterval>;
  private readonly pending = new Map<string, Pending>();

  constructor(
    private readonly address: string,
    private readonly store: DeskStore,
  ) {
    this.connect();
    this.watch = setInterval(() => this.look(), WATCH_MS);
  }

  /** Sends a deed and waits until it is durable; after a broken line it is sent again under the same name. */
  send(deed: OperatorDeed): Promise<DeedAnswer> {
    const id = crypto.randomUUID();
    const message: DeskMessage = { t: 'deed', id, deed };
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.settle(id, { ok: false, reason: 'offline' }), GIVE_UP_MS);
      this.pending.set(id, { message, resolve, timer });
      this.write(message);
    });
  }

  close(): void {
    this.isClosed = true;
    clearInterval(this.watch);
    clearTimeout(this.retry);
    for (const id of [...this.pending.keys()]) this.settle(id, { ok: false, reason: 'offline' });
    this.socket?.close();
  }

  private connect(): void {
    const socket = new WebSocket(this.address);
    this.socket = socket;
    this.heardAt = Date.now();
    socket.onopen = () => {
      this.attempts = 0;
      this.asked = false;
      this.store.set('line', 'open');
      for (const { message } of this.pending.values()) this.write(message);
    };
    socket.onmessage = (event) => this.hear(String(event.data));
    socket.onclose = (event) => {
      if (this.socket !== socket || this.isClosed) return;
      if (FINAL.has(event.code)) {
        this.store.set('line', 'refused');
        return;
      }
      this.store.set('line', this.store.get('show') === 'loading' && this.attempts < 3 ? 'connecting' : 'lost');
      this.attempts += 1;
      const wait = Math.min(LONGEST_MS, 250 * 2 ** Math.min(this.attempts - 1, 5)) * (0.8 + Math.random() * 0.4);
      this.retry = setTimeout(() => this.connect(), wait);
    };
  }

  private hear(text: string): void {
    this.heardAt = Date.now();
    const frame = JSON.parse(text) as DeskFrame;
    if (frame.t === 'ack') {
      this.settle(frame.id, frame);
      return;
    }
    if (frame.t === 'state') this.asked = false;
    if (!this.store.receive(frame) && !this.asked) {
      this.asked = true;
      this.write({ t: 'resync' });
    }
  }

  private settle(id: string, answer: DeedAnswer): void {
    const one = this.pending.get(id);
    if (!one) return;
    clearTimeout(one.timer);
    this.pending.delete(id);
    one.resolve(answer);
  }

  private write(message: DeskMessage): void {
    if (this.socket?.readyState === WebSocket.OPEN) this.socket.send(JSON.stringify(message));
  }

  /** A line that went dead without saying so is closed, which opens the next one. */
  private look(): void {
    if (Date.now() - this.heardAt < SILENT_MS) return;
    this.heardAt = Date.now();
    this.store.set('line', 'lost');
    this.socket?.close();
  }
}
