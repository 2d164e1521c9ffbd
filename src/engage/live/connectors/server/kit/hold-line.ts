// Holds one WebSocket open for as long as a show lasts: heartbeats, silence, repeated tries, and the gaps it could not hear.

import type { DecodedEvent } from '../../../stream/core/live-event.contract.ts';
import type { ConnectorIo, LineSocket, RunningConnector } from '../../core/connector.contract.ts';
import { backoffMs } from './backoff.ts';

/** Where to connect and what to say first. */
export interface Dial {
  url: string;
  options?: { headers?: Record<string, string>; protocols?: string[] };
  greeting?: (string | Uint8Array)[];
}

/** What a message of the platform was. */
export interface Heard {
  events: DecodedEvent[];
  unread?: number;
  /** The platform let us in: from now on the room is heard. Without it the line counts as open at once. */
  isWelcome?: boolean;
  /** Sent back at once. */
  answer?: (string | Uint8Array)[];
  /** Why the line must be dialled again, for example a refused token. */
  again?: string;
}

export interface LinePlan {
  /** Asks for token and address; a rejection is tried again later. `attempt` counts from 0 since the line was last open. */
  dial(attempt: number): Promise<Dial>;
  hear(data: string | Uint8Array): Heard;
  /** Whether `hear` tells by `isWelcome` when the room is heard. */
  waitsForWelcome: boolean;
  heartbeat?: { everyMs: number; data(): string | Uint8Array };
  /** Longest silence of a living line; after it the line is dialled again. */
  silenceMs: number;
  /** After the line was closed for good. */
  hangUp?(): Promise<void>;
}

/** Events waiting for the journal before more are dropped and told as a gap. */
const MAX_WAITING = 20_000;

class Refused extends Error {}

/** A trouble that trying again does not heal, for example a revoked key; shown as `failed`, tried again slowly. */
export function refuseLine(detail: string): Error {
  return new Refused(detail);
}

/** A held line can be told from outside to dial again. */
export interface HeldConnector extends RunningConnector {
  again(detail: string): void;
}

class HeldLine implements HeldConnector {
  private readonly plan: LinePlan;
  private readonly io: ConnectorIo;
  private socket: LineSocket | null = null;
  private readonly timers = new Set<() => void>();
  private attempt = 0;
  private lastHeardAt = 0;
  /** Since when the room is not heard; null while it is, and before it was heard the first time. */
  private deafSince: number | null = null;
  private isOpen = false;
  private isStopped = false;
  private waiting = 0;
  private floodFrom: number | null = null;
  private tail: Promise<void> = Promise.resolve();

  constructor(plan: LinePlan, io: ConnectorIo) {
    this.plan = plan;
    this.io = io;
    void this.dial();
  }

  private after(ms: number, run: () => void): void {
    let off = () => {};
    const cancel = () => off();
    const due = () => {
      this.timers.delete(cancel);
      run();
    };
    if (this.io.after) off = this.io.after(ms, due);
    else {
      const timer = setTimeout(due, ms);
      off = () => clearTimeout(timer);
    }
    this.timers.add(cancel);
  }

  private clearTimers(): void {
    for (const off of this.timers) off();
    this.timers.clear();
  }

  private async dial(): Promise<void> {
    this.io.state('connecting');
    let dialled: Dial;
    try {
      dialled = await this.plan.dial(this.attempt);
    } catch (trouble) {
      const isRefused = trouble instanceof Refused;
      this.retry(trouble instanceof Error ? trouble.message : 'unreachable', isRefused);
      return;
    }
    if (this.isStopped) return;
    let socket: LineSocket;
    try {
      socket = this.io.socket(dialled.url, dialled.options);
    } catch {
      this.retry('unreachable', false);
      return;
    }
    this.socket = socket;
    socket.onOpen(() => this.ifCurrent(socket, () => this.opened(dialled.greeting ?? [])));
    socket.onMessage((data) => this.ifCurrent(socket, () => this.heard(data)));
    socket.onClose((code) => this.ifCurrent(socket, () => this.lost(`closed_${code}`)));
    this.lastHeardAt = this.io.now();
    this.watch();
  }

  private ifCurrent(socket: LineSocket, run: () => void): void {
    if (this.socket === socket && !this.isStopped) run();
  }

  private send(data: string | Uint8Array): void {
    try {
      this.socket?.send(data);
    } catch {
      this.lost('unreachable');
    }
  }

  private opened(greeting: readonly (string | Uint8Array)[]): void {
    for (const line of greeting) this.send(line);
    if (this.plan.heartbeat) this.beat();
    if (!this.plan.waitsForWelcome) this.welcome();
  }

  private beat(): void {
    const { heartbeat } = this.plan;
    if (!heartbeat || !this.socket) return;
    this.send(heartbeat.data());
    this.after(heartbeat.everyMs, () => this.beat());
  }

  private watch(): void {
    const left = this.lastHeardAt + this.plan.silenceMs - this.io.now();
    if (left <= 0) this.lost('silence');
    else this.after(left, () => this.watch());
  }

  private welcome(): void {
    if (this.isOpen) return;
    this.isOpen = true;
    this.attempt = 0;
    const now = this.io.now();
    if (this.deafSince !== null && now > this.deafSince) this.io.gap(this.deafSince, now, 'disconnect');
    this.deafSince = null;
    this.io.state('open');
  }

  private heard(data: string | Uint8Array): void {
    this.lastHeardAt = this.io.now();
    const { events, unread = 0, isWelcome, answer = [], again } = this.plan.hear(data);
    if (isWelcome) this.welcome();
    for (const line of answer) this.send(line);
    if (events.length > 0 || unread > 0) this.emit(events, unread);
    if (again !== undefined) this.lost(again);
  }

  /** One batch after the other reaches the journal; what comes faster than it can be kept is dropped and told. */
  private emit(events: DecodedEvent[], unread: number): void {
    if (this.waiting + events.length > MAX_WAITING) {
      this.floodFrom ??= this.io.now();
      return;
    }
    const came = this.io.now();
    this.waiting += events.length;
    this.tail = this.tail
      .then(() => this.io.emit(events, unread))
      .catch(() => {
        this.io.state('waiting', 'not_kept');
        this.io.gap(came, this.io.now(), 'overload');
      })
      .then(() => {
        this.waiting -= events.length;
        if (this.floodFrom !== null && this.waiting < MAX_WAITING / 2) {
          this.io.gap(this.floodFrom, this.io.now(), 'overload');
          this.floodFrom = null;
        }
      });
  }

  private lost(detail: string): void {
    const { socket } = this;
    this.socket = null;
    if (this.isOpen) this.deafSince = this.lastHeardAt;
    this.isOpen = false;
    this.clearTimers();
    try {
      socket?.close();
    } catch {
      // It is gone already.
    }
    this.retry(detail, false);
  }

  again(detail: string): void {
    if (!this.isStopped && this.socket) this.lost(detail);
  }

  private retry(detail: string, isRefused: boolean): void {
    if (this.isStopped) return;
    this.io.state(isRefused ? 'failed' : 'waiting', detail);
    const dice = this.io.dice ?? Math.random;
    this.after(backoffMs(isRefused ? 16 : this.attempt, dice), () => void this.dial());
    this.attempt += 1;
  }

  async stop(): Promise<void> {
    if (this.isStopped) return;
    this.isStopped = true;
    this.clearTimers();
    const now = this.io.now();
    if (this.deafSince !== null && now > this.deafSince) this.io.gap(this.deafSince, now, 'disconnect');
    try {
      this.socket?.close();
    } catch {
      // It is gone already.
    }
    this.socket = null;
    await this.tail;
    await this.plan.hangUp?.();
  }
}

/**
 * Dials, greets, beats, listens and dials again after losses with growing waits. Tells `disconnect` for the time from the last message
 * before a loss to the moment the room is heard again, and `overload` when events come faster than they can be kept.
 */
export function holdLine(plan: LinePlan, io: ConnectorIo): HeldConnector {
  return new HeldLine(plan, io);
}
