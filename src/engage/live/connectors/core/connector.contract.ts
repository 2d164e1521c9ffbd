// What a connector is: a manifest that says how a source speaks, and the two ways it can be heard (it calls us, or we listen to it).
import type { z } from 'zod';
import type { DecodedEvent, GapCause, Trust } from '../../stream/core/live-event.contract.ts';

export interface ConnectorManifest {
  /** Source name in every event's id; lower-case letters and dashes: `bilibili`, `bilibili-open`, `douyin`. */
  kind: string;
  /** `push`: the platform calls our address. `listen`: we open a connection. `poll`: we ask again and again. `file`: read from a file only. */
  transport: 'push' | 'listen' | 'poll' | 'file';
  trust: Trust;
  /** False for readers a platform's terms may forbid: off until a person turns it on after reading the notice. */
  isOfficial: boolean;
  /** What a person fills in; keys named in `secrets` are sealed at rest and never shown again. */
  settings: z.ZodObject;
  secrets: readonly string[];
  /** The secret that we make and show once when a person leaves it out; absent where the platform makes it. */
  madeSecret?: string;
  /** Which event types the source can give: what it never gives is shown as missing, not as zero. */
  gives: readonly DecodedEvent['type'][];
  /** Official documentation the decoder follows. */
  docs: string;
}

/** A call of the platform to our address, as it came. */
export interface PushCall {
  method: string;
  /** Lower-case names. */
  headers: Readonly<Record<string, string | undefined>>;
  query: Readonly<Record<string, string | undefined>>;
  body: Uint8Array;
}

export type PushAnswer =
  | {
      ok: true;
      events: DecodedEvent[];
      /** Lines of the batch that could not be read; counted, never thrown. */
      unread: number;
      /** The platform's id of the call: one that came already is answered again and not taken twice. */
      callId?: string;
      /** What the platform wants to hear; 204 without a body when absent. */
      reply?: { status?: number; type?: string; body: string };
    }
  | { ok: false; reason: 'bad_signature' | 'stale_signature' | 'invalid' };

/** What a running connector is handed; it knows no database and no room. */
export interface ConnectorIo {
  /** Resolves when the events are durable; back-pressure by waiting. */
  emit(events: DecodedEvent[], unread?: number): Promise<void>;
  gap(from: number, to: number, cause: GapCause): void;
  state(state: 'connecting' | 'open' | 'waiting' | 'failed', detail?: string): void;
  now(): number;
  /** Runs once after a wait and gives how to call it off; the clock of the machine when absent. Tests hand in their own. */
  after?(ms: number, run: () => void): () => void;
  /** A number in [0, 1) that spreads repeated tries; the machine's when absent. */
  dice?(): number;
  /** Guarded: private addresses are refused. */
  fetch(
    url: string,
    init?: { method?: string; headers?: Record<string, string>; body?: string; timeoutMs?: number },
  ): Promise<{ status: number; headers: Readonly<Record<string, string>>; body: Uint8Array }>;
  /** Guarded like `fetch`. */
  socket(url: string, options?: { headers?: Record<string, string>; protocols?: string[] }): LineSocket;
}

/** A WebSocket reduced to what connectors need, so that recorded traffic can stand in for it. */
export interface LineSocket {
  send(data: string | Uint8Array): void;
  close(): void;
  onOpen(listener: () => void): void;
  onMessage(listener: (data: Uint8Array | string) => void): void;
  onClose(listener: (code: number, reason: string) => void): void;
}

export interface RunningConnector {
  stop(): Promise<void>;
}

export interface Connector<S = never> {
  manifest: ConnectorManifest;
  /** For `push`. Never throws; verifies on the raw body with a constant-time compare. */
  receive?(call: PushCall, settings: S, now: number): PushAnswer;
  /** For `listen` and `poll`. */
  open?(settings: S, io: ConnectorIo): RunningConnector;
}

/** What the fuzz bench feeds a decoder with: valid frames to mutate, and the decoder, which must neither throw nor grow. */
export interface FuzzCase {
  name: string;
  seeds: Uint8Array[];
  /** Events and what could not be read; anything else it gives is not looked at. */
  decode(data: Uint8Array): { events: readonly DecodedEvent[]; unread: number };
}
