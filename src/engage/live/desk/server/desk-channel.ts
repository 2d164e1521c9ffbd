// One running show as the desk sees it: every patch is encoded once and written to all of its screens and prompters.
import type { WebSocket } from 'ws';
import type { LiveRoom } from '../../rooms/server/door.ts';
import type { LiveEvent } from '../../stream/core/live-event.contract.ts';
import type { DeskBoard, DeskFrame, DeskHistory } from '../core/desk.contract.ts';
import { boardAfter, EMPTY_BOARD } from '../core/desk-board.ts';
import type { PromptInput } from '../core/prompt-view.ts';
import { type SavedWindows, WindowCounter } from '../core/windows.ts';
import type { PromptLines } from './prompt-lines.ts';
import { encode, write } from './write.ts';

/** More than this waiting on a line means it is slow: it is skipped and later given the whole state. */
const SLOW_BYTES = 1024 * 1024;
const QUICK_BYTES = 64 * 1024;
/** A screen asks for the whole state at most so often. */
const RESYNC_MS = 500;

interface Screen {
  socket: WebSocket;
  isBehind: boolean;
  syncedAt: number;
  sentAt: number;
}

export class DeskChannel {
  board: DeskBoard = EMPTY_BOARD;
  readonly windows = new WindowCounter();
  private readonly screens = new Map<WebSocket, Screen>();
  private readonly stop: () => void;
  private shelf: unknown;

  constructor(
    readonly room: LiveRoom,
    readonly history: DeskHistory | null,
    readonly prompt: PromptLines,
    private readonly now: () => number,
  ) {
    this.stop = room.onPatch((patch) => {
      if (this.screens.size > 0) this.send({ t: 'patch', at: this.now(), patch });
      this.tellShelf();
      this.tellPrompters();
    });
  }

  /** Durable events in their order; while the journal is read again nothing is sent. */
  events(events: readonly LiveEvent[], isReplay: boolean): void {
    const before = this.board;
    for (const event of events) {
      this.board = boardAfter(this.board, event);
      this.windows.take(event);
    }
    if (isReplay || this.board === before) return;
    this.send({ t: 'board', at: this.now(), board: this.board });
    this.tellPrompters();
  }

  /** Board and windows as text; `restore` goes on from there. */
  save(): string {
    return JSON.stringify({ board: this.board, windows: this.windows.save() });
  }

  restore(saved: string): void {
    const { board, windows } = JSON.parse(saved) as { board: DeskBoard; windows: SavedWindows };
    this.board = board;
    this.windows.restore(windows);
  }

  attach(socket: WebSocket): void {
    const screen = { socket, isBehind: false, syncedAt: 0, sentAt: 0 };
    this.screens.set(socket, screen);
    this.sync(screen);
  }

  detach(socket: WebSocket): void {
    this.screens.delete(socket);
  }

  /** Gives a screen the whole state again, because it has missed a patch. */
  resync(socket: WebSocket): void {
    const screen = this.screens.get(socket);
    if (!screen) return;
    if (this.now() - screen.syncedAt < RESYNC_MS) screen.isBehind = true;
    else this.sync(screen);
  }

  /** Every second: slow lines that have caught up, and a sign of life where nothing was said. */
  beat(everyMs: number): void {
    const now = this.now();
    let bytes: Buffer | null = null;
    for (const screen of this.screens.values()) {
      if (screen.isBehind && screen.socket.bufferedAmount < QUICK_BYTES) this.sync(screen);
      else if (now - screen.sentAt >= everyMs) {
        bytes ??= encode({ t: 'beat', at: now });
        screen.sentAt = now;
        write(screen.socket, bytes);
      }
    }
  }

  /** @returns the screens, which now belong to no show */
  close(): WebSocket[] {
    this.stop();
    const sockets = [...this.screens.keys()];
    this.screens.clear();
    return sockets;
  }

  private send(frame: DeskFrame): void {
    const bytes = encode(frame);
    for (const screen of this.screens.values()) {
      if (screen.isBehind) continue;
      if (screen.socket.bufferedAmount > SLOW_BYTES) {
        screen.isBehind = true;
        continue;
      }
      screen.sentAt = this.now();
      write(screen.socket, bytes);
    }
  }

  private sync(screen: Screen): void {
    const { roomId, sessionId, title, slug, isSimulated } = this.room;
    const at = this.now();
    screen.isBehind = false;
    screen.syncedAt = at;
    screen.sentAt = at;
    write(
      screen.socket,
      encode({
        t: 'state',
        at,
        room: { roomId, sessionId, title, slug, isSimulated },
        shelf: this.room.shelf(),
        state: this.room.state(),
        board: this.board,
        history: this.history,
      }),
    );
  }

  private tellShelf(): void {
    const shelf = this.room.shelf();
    if (shelf === this.shelf) return;
    if (this.shelf !== undefined) this.send({ t: 'shelf', at: this.now(), shelf });
    this.shelf = shelf;
  }

  /** What prompters read of this show. */
  promptInput(): PromptInput {
    const { title, isSimulated } = this.room;
    return { title, isSimulated, state: this.room.state(), board: this.board, shelf: this.room.shelf() };
  }

  private tellPrompters(): void {
    if (!this.prompt.isEmpty()) this.prompt.tell(this.promptInput());
  }
}
