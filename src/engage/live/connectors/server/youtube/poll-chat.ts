// The loop that asks again and again: waits as told, keeps the place, and says when quota or network left a hole.
import type { DecodedEvent } from '../../../stream/core/live-event.contract.ts';
import type { ConnectorIo, RunningConnector } from '../../core/connector.contract.ts';
import { backoffMs } from '../kit/backoff.ts';
import { exactJson } from '../kit/exact-json.ts';
import { looseId, looseList, looseNumber, looseObject, looseText } from '../kit/loose-fields.ts';

const API = 'https://www.googleapis.com/youtube/v3';
const QUOTA_WAIT_MS = 10 * 60_000;
const TIMEOUT_MS = 15_000;
/** YouTube keeps the last lines of a chat for whoever comes back with a page token; a longer absence is a hole. */
const KEPT_MS = 60_000;

interface Answer {
  events: DecodedEvent[];
  unread: number;
  answer: Readonly<Record<string, unknown>>;
}

type Trouble = 'quota' | 'ended' | 'refused' | 'lost_place' | 'unreachable';

class Poll implements RunningConnector {
  private readonly settings: { apiKey: string; videoId: string; everySeconds: number };
  private readonly io: ConnectorIo;
  private readonly read: (body: Uint8Array) => Answer | null;
  private chatId: string | null = null;
  private pageToken: string | undefined;
  private attempt = 0;
  private heardAt: number | null = null;
  private trouble: Trouble | null = null;
  private isStopped = false;
  private off: () => void = () => {};
  private running: Promise<void> = Promise.resolve();

  constructor(settings: Poll['settings'], io: ConnectorIo, read: Poll['read']) {
    this.settings = settings;
    this.io = io;
    this.read = read;
    io.state('connecting');
    this.running = this.turn();
  }

  private later(ms: number): void {
    if (this.isStopped) return;
    const run = () => {
      this.running = this.turn();
    };
    if (this.io.after) this.off = this.io.after(ms, run);
    else {
      const timer = setTimeout(run, ms);
      this.off = () => clearTimeout(timer);
    }
  }

  private async turn(): Promise<void> {
    try {
      if (this.chatId === null) await this.findChat();
      if (this.chatId !== null && !this.isStopped) await this.ask(this.chatId);
    } catch {
      this.fail('unreachable');
    }
  }

  private async get(path: string, query: Record<string, string>) {
    const url = `${API}/${path}?${new URLSearchParams({ ...query, key: this.settings.apiKey })}`;
    return this.io.fetch(url, { headers: { accept: 'application/json' }, timeoutMs: TIMEOUT_MS });
  }

  private async findChat(): Promise<void> {
    const { status, body } = await this.get('videos', { part: 'liveStreamingDetails', id: this.settings.videoId });
    if (status !== 200) return this.fail(troubleOf(status, body));
    const video = looseObject(looseList(looseObject(exactJson(body)).items, 1)[0]);
    const chatId = looseId(looseObject(video.liveStreamingDetails).activeLiveChatId);
    if (chatId) this.chatId = chatId;
    else this.fail('ended');
  }

  private async ask(chatId: string): Promise<void> {
    const { status, body } = await this.get('liveChat/messages', {
      liveChatId: chatId,
      part: 'id,snippet,authorDetails',
      maxResults: '2000',
      ...(this.pageToken && { pageToken: this.pageToken }),
    });
    if (this.isStopped) return;
    if (status !== 200) return this.fail(troubleOf(status, body));
    const read = this.read(body);
    if (!read) return this.fail('unreachable');
    this.heard();
    if (read.events.length > 0 || read.unread > 0) await this.io.emit(read.events, read.unread);
    this.pageToken = looseText(read.answer.nextPageToken, 2000) ?? this.pageToken;
    if (read.answer.offlineAt !== undefined || read.events.some((event) => event.type === 'room.end')) {
      this.io.state('waiting', 'ended');
      return;
    }
    const asked = Math.min(looseNumber(read.answer.pollingIntervalMillis) ?? 0, 120_000);
    this.later(Math.max(asked, this.settings.everySeconds * 1000));
  }

  private heard(): void {
    const now = this.io.now();
    const since = this.heardAt;
    if (since !== null && this.trouble !== null && (this.trouble === 'lost_place' || now - since > KEPT_MS)) {
      this.io.gap(since, now, this.trouble === 'quota' ? 'quota' : 'disconnect');
    }
    if (this.trouble !== null || since === null) this.io.state('open');
    this.heardAt = now;
    this.trouble = null;
    this.attempt = 0;
  }

  private fail(trouble: Trouble): void {
    if (this.isStopped) return;
    // The first cause explains the hole; what follows from it does not.
    this.trouble ??= trouble;
    if (trouble === 'lost_place') this.pageToken = undefined;
    if (trouble === 'ended') this.chatId = null;
    this.io.state(trouble === 'refused' ? 'failed' : 'waiting', trouble);
    const isSlow = trouble === 'quota' || trouble === 'refused';
    const wait = isSlow
      ? QUOTA_WAIT_MS
      : backoffMs(trouble === 'ended' ? 5 : this.attempt, this.io.dice ?? Math.random);
    this.attempt += 1;
    this.later(wait);
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    this.off();
    await this.running;
    if (this.trouble !== null && this.heardAt !== null)
      this.io.gap(this.heardAt, this.io.now(), this.trouble === 'quota' ? 'quota' : 'disconnect');
  }
}

/** Reasons of the API's errors (developers.google.com/youtube/v3/live/docs/errors). */
function troubleOf(status: number, body: Uint8Array): Trouble {
  const error = looseObject(looseObject(exactJson(body)).error);
  const reason = looseText(looseObject(looseList(error.errors, 1)[0]).reason, 100) ?? '';
  if (/quotaExceeded|dailyLimitExceeded/.test(reason)) return 'quota';
  if (/liveChatEnded|liveChatNotFound|liveChatDisabled|videoNotFound/.test(reason) || status === 404) return 'ended';
  if (/pageTokenInvalid|invalidPageToken/.test(reason)) return 'lost_place';
  if (/rateLimitExceeded|userRateLimitExceeded/.test(reason) || status === 429 || status >= 500) return 'unreachable';
  return status === 400 || status === 401 || status === 403 ? 'refused' : 'unreachable';
}

/** Polls the chat of a broadcast until stopped. Tells gaps with cause `quota` or `disconnect` where YouTube no longer has what was said. */
export function pollChat(
  settings: Poll['settings'],
  io: ConnectorIo,
  read: (body: Uint8Array) => Answer | null,
): RunningConnector {
  return new Poll(settings, io, read);
}
