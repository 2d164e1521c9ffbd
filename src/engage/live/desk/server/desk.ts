// The desks of all rooms: which screens look at which show, what they do, and the prompters beside them.
import type { WebSocket } from 'ws';
import { readJson } from '../../../../kit/plain-json.ts';
import type { Language } from '../../../../platform/i18n/translate.ts';
import type { LiveHub, LiveRoom, RoomTap } from '../../rooms/server/door.ts';
import { type DeskFrame, deskMessage, type OperatorDeed } from '../core/desk.contract.ts';
import { historyOf } from '../core/windows.ts';
import { DeskChannel } from './desk-channel.ts';
import { type Acknowledged, doDeed, type OpenCase, type Operator } from './do-deed.ts';
import { PromptLines } from './prompt-lines.ts';
import { readWindows, saveWindows } from './window.store.ts';
import { encode, write } from './write.ts';

/** A line on which nothing was said for so long gets a sign of life. */
const BEAT_MS = 5000;
const TICK_MS = 1000;
/** Answers kept for deeds sent again after a broken line. */
const KEPT_ANSWERS = 500;

export interface DeskDeps {
  hub: LiveHub;
  /** Opens a case for an alarm or a line of the room; without it nothing can be opened from the desk. */
  openCase?: OpenCase;
  /** Told when a deed failed inside. */
  onFault?: (error: unknown) => void;
  now(): number;
}

interface RoomLines {
  workspaceId: string;
  roomId: string;
  /** Screens that wait for a show. */
  waiting: Set<WebSocket>;
  prompt: PromptLines;
  answers: Map<string, Promise<Acknowledged>>;
}

export class Desk {
  private readonly channels = new Map<string, DeskChannel>();
  private readonly lines = new Map<string, RoomLines>();
  private readonly timer: ReturnType<typeof setInterval>;

  constructor(private readonly deps: DeskDeps) {
    this.timer = setInterval(() => this.tick(), TICK_MS);
    this.timer.unref();
  }

  /** Hears every event of every show; give it to the hub before it starts. */
  tap(): RoomTap {
    return {
      name: 'desk',
      open: async (room, saved) => {
        const earlier = await room.db.read((tx) => readWindows(tx, room));
        const { prompt } = this.linesOf(room.workspaceId, room.roomId);
        const channel = new DeskChannel(room, historyOf(earlier), prompt, this.deps.now);
        if (saved) channel.restore(saved);
        this.channels.set(keyOf(room.workspaceId, room.roomId), channel);
        return {
          events: (events, isReplay) => channel.events(events, isReplay),
          save: () => channel.save(),
          close: (isEnd) => this.leave(room, channel, isEnd),
        };
      },
    };
  }

  /**
   * Serves one operator's screen until it closes.
   * @param still who he is by now, null when he may no longer look on; asked before every deed and every few seconds
   */
  serve(socket: WebSocket, operator: Operator, roomId: string, still: () => Promise<Operator | null>): void {
    const lines = this.linesOf(operator.workspaceId, roomId);
    let known = operator;
    const look = async (): Promise<Operator | null> => {
      // When nobody can be asked he stays who he was.
      const found = await still().catch(() => known);
      if (found) known = found;
      else socket.close(4401, 'signed_out');
      return found;
    };
    let turn: Promise<unknown> = Promise.resolve();
    this.enter(lines, socket);
    const watch = setInterval(() => void look(), BEAT_MS);
    watch.unref();
    socket.on('message', (data) => {
      const hear = (one: Operator | null) => void (one && this.hear(socket, lines, one, String(data)));
      turn = turn.then(look).then(hear);
    });
    socket.on('close', () => {
      clearInterval(watch);
      lines.waiting.delete(socket);
      this.channels.get(keyOf(operator.workspaceId, roomId))?.detach(socket);
      this.forget(lines);
    });
  }

  /** Serves one prompter; `isOpen` tells whether its link still is. */
  servePrompter(
    socket: WebSocket,
    link: { workspaceId: string; roomId: string },
    language: Language,
    isOpen: () => Promise<boolean>,
  ): void {
    const lines = this.linesOf(link.workspaceId, link.roomId);
    lines.prompt.attach(socket, language, this.running(lines)?.promptInput() ?? null);
    // A revoked link closes where it is open, too.
    const watch = setInterval(
      () =>
        void isOpen().then(
          (open) => (open ? write(socket, Buffer.from('{}')) : socket.close(4401)),
          () => undefined,
        ),
      BEAT_MS,
    );
    watch.unref();
    socket.on('close', () => {
      clearInterval(watch);
      lines.prompt.detach(socket);
      this.forget(lines);
    });
  }

  close(): void {
    clearInterval(this.timer);
  }

  private async hear(socket: WebSocket, lines: RoomLines, operator: Operator, text: string): Promise<void> {
    const parsed = deskMessage.safeParse(readJson(text));
    if (!parsed.success) return;
    const message = parsed.data;
    const channel = this.running(lines);
    if (message.t === 'resync') return channel?.resync(socket);
    if (message.t !== 'deed') return;
    const answer = await this.once(lines, operator, message.id, message.deed, channel);
    write(socket, encode({ t: 'ack', at: this.deps.now(), id: message.id, ...answer } as DeskFrame));
  }

  /** The same deed sent twice is done once and answered twice. */
  private once(
    lines: RoomLines,
    operator: Operator,
    id: string,
    deed: OperatorDeed,
    channel: DeskChannel | null,
  ): Promise<Acknowledged> {
    const key = `${operator.id}/${id}`;
    const known = lines.answers.get(key);
    if (known) return known;
    const { openCase, now, onFault } = this.deps;
    const at = now();
    // The line is open for hours: what is done now is done now.
    const doer = { ...operator, env: { ...operator.env, now: new Date(at) } };
    const answer = doDeed({
      room: channel?.room ?? null,
      queued: channel?.board.queue ?? [],
      operator: doer,
      id,
      deed,
      openCase,
      now: at,
      onFault,
    });
    lines.answers.set(key, answer);
    for (const old of lines.answers.keys()) {
      if (lines.answers.size <= KEPT_ANSWERS) break;
      lines.answers.delete(old);
    }
    // What could not be saved may be tried again.
    void answer.then((said) => !said.ok && lines.answers.delete(key));
    return answer;
  }

  private enter(lines: RoomLines, socket: WebSocket): void {
    const channel = this.running(lines);
    if (channel) {
      channel.attach(socket);
      lines.waiting.delete(socket);
    } else if (!lines.waiting.has(socket)) {
      lines.waiting.add(socket);
      write(socket, encode({ t: 'idle', at: this.deps.now() }));
    }
  }

  /** The channel of a show that runs and whose journal has been read. */
  private running(lines: RoomLines): DeskChannel | null {
    const channel = this.channels.get(keyOf(lines.workspaceId, lines.roomId));
    return channel && this.deps.hub.room(lines.workspaceId, lines.roomId) === channel.room ? channel : null;
  }

  private tick(): void {
    const seconds = Math.round(this.deps.now() / TICK_MS);
    for (const lines of this.lines.values()) {
      if (lines.waiting.size === 0) continue;
      if (this.running(lines)) for (const socket of [...lines.waiting]) this.enter(lines, socket);
      else if (seconds % 5 === 0) {
        const bytes = encode({ t: 'beat', at: this.deps.now() });
        for (const socket of lines.waiting) write(socket, bytes);
      }
    }
    for (const channel of this.channels.values()) channel.beat(BEAT_MS);
  }

  private async leave(room: LiveRoom, channel: DeskChannel, isEnd: boolean): Promise<void> {
    const key = keyOf(room.workspaceId, room.roomId);
    const lines = this.linesOf(room.workspaceId, room.roomId);
    if (this.channels.get(key) === channel) this.channels.delete(key);
    for (const socket of channel.close()) this.enter(lines, socket);
    lines.prompt.tell(null);
    if (isEnd) await room.db.write((tx) => saveWindows(tx, room, channel.windows.finished()));
  }

  private linesOf(workspaceId: string, roomId: string): RoomLines {
    const key = keyOf(workspaceId, roomId);
    let lines = this.lines.get(key);
    if (!lines) {
      lines = { workspaceId, roomId, waiting: new Set(), prompt: new PromptLines(), answers: new Map() };
      this.lines.set(key, lines);
    }
    return lines;
  }

  private forget(lines: RoomLines): void {
    const key = keyOf(lines.workspaceId, lines.roomId);
    if (lines.waiting.size === 0 && lines.prompt.isEmpty() && !this.channels.has(key)) this.lines.delete(key);
  }
}

const keyOf = (workspaceId: string, roomId: string) => `${workspaceId}/${roomId}`;
