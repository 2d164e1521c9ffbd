// Tells open browsers what has just changed: a name and an id, never contents, so that they read again what they show.
import type { FastifyReply, FastifyRequest } from 'fastify';
import sql from 'sql-template-tag';
import type { Database } from '../database/database.ts';
import { EVENTS_CHANNEL } from '../events/event.store.ts';
import type { Log } from '../log/log.ts';

export interface PushedEvent {
  seq: number;
  workspaceId: string;
  type: string;
  subject: string | null;
}

export interface Listener {
  workspaceId: string;
  /** Which events this reader may hear of. */
  wants: (type: string) => boolean;
  /** Asked at every beat: a reader who has signed out or lost his place is let go. */
  still: () => Promise<boolean>;
}

export interface EventStream {
  start(): Promise<void>;
  /** Takes over a request and keeps it open. */
  open(request: FastifyRequest, reply: FastifyReply, reader: Listener): void;
  /** Sends something that is not an event of record, for example the progress of an import. */
  send(workspaceId: string, type: string, subject: string | null): void;
  readers(): number;
  stop(): Promise<void>;
}

interface Reader extends Listener {
  reply: FastifyReply;
}

const HEARTBEAT_MS = 20_000;
const ROWS_A_LOOK = 1000;
/** Writers commit out of order, so each look goes back this far; what was sent already is remembered. */
const LOOK_BACK = 200;
/** From a page's first read to its open stream, with room to spare. */
const RECENT_SECONDS = 10;
/** A reader who does not keep up is cut off; the browser comes back and reads everything anew. */
const MAX_BUFFERED_BYTES = 256 * 1024;

export function createEventStream(options: { database: Database; log: Log; heartbeatMs?: number }): EventStream {
  const readers = new Set<Reader>();
  const sentSeqs = new Set<number>();
  let lastSeq = 0;
  let unlisten: (() => Promise<void>) | undefined;
  let heartbeat: NodeJS.Timeout | undefined;
  let looking: Promise<void> | undefined;
  let lookAgain = false;

  const lineOf = (event: PushedEvent) =>
    `id: ${event.seq}\ndata: ${JSON.stringify({ type: event.type, subject: event.subject })}\n\n`;

  function deliver(event: PushedEvent): void {
    const line = lineOf(event);
    for (const reader of readers) {
      if (reader.workspaceId === event.workspaceId && reader.wants(event.type)) write(reader, line);
    }
  }

  function write(reader: Reader, text: string): void {
    const { raw } = reader.reply;
    if (raw.writableLength > MAX_BUFFERED_BYTES) {
      readers.delete(reader);
      raw.destroy();
      return;
    }
    raw.write(text);
  }

  async function look(): Promise<void> {
    const rows = await options.database.machine.rows<PushedEvent>(sql`
      SELECT seq, workspace_id AS "workspaceId", type, subject FROM events WHERE seq > ${lastSeq - LOOK_BACK} ORDER BY seq LIMIT ${ROWS_A_LOOK}`);
    for (const row of rows) {
      if (sentSeqs.has(row.seq)) continue;
      sentSeqs.add(row.seq);
      deliver(row);
    }
    lastSeq = Math.max(lastSeq, rows.at(-1)?.seq ?? 0);
    if (rows.length === ROWS_A_LOOK) lookAgain = true;
    for (const seq of sentSeqs) if (seq <= lastSeq - LOOK_BACK) sentSeqs.delete(seq);
  }

  function notice(): void {
    if (readers.size === 0) return;
    if (looking) {
      lookAgain = true;
      return;
    }
    looking = look()
      .catch((error: unknown) => options.log.warn({ error }, 'changes could not be read'))
      .finally(() => {
        looking = undefined;
        if (lookAgain) {
          lookAgain = false;
          notice();
        }
      });
  }

  async function beat(reader: Reader): Promise<void> {
    // When nobody can be asked the reader stays: what he hears of is read again by requests that are asked.
    if (await reader.still().catch(() => true)) return write(reader, ': beat\n\n');
    readers.delete(reader);
    reader.reply.raw.end();
  }

  async function catchUp(): Promise<void> {
    const row = await options.database.machine.one<{ seq: number | null }>(sql`SELECT max(seq) AS seq FROM events`);
    lastSeq = Math.max(lastSeq, row.seq ?? 0);
    for (let seq = Math.max(1, lastSeq - LOOK_BACK); seq <= lastSeq; seq += 1) sentSeqs.add(seq);
  }

  /** A page reads its rows before its stream is open: what changed in between it hears of now; twice does no harm. */
  async function tellRecent(reader: Reader): Promise<void> {
    const rows = await options.database.machine.rows<PushedEvent>(sql`
      SELECT seq, workspace_id AS "workspaceId", type, subject FROM events
      WHERE workspace_id = ${reader.workspaceId} AND seq > ${lastSeq - LOOK_BACK}
        AND at > now() - make_interval(secs => ${RECENT_SECONDS}) ORDER BY seq LIMIT ${LOOK_BACK}`);
    for (const row of rows) if (readers.has(reader) && reader.wants(row.type)) write(reader, lineOf(row));
  }

  return {
    async start() {
      await catchUp();
      unlisten = await options.database.listen(EVENTS_CHANNEL, notice);
      heartbeat = setInterval(() => {
        for (const reader of readers) void beat(reader);
      }, options.heartbeatMs ?? HEARTBEAT_MS);
    },
    open(request, reply, listener) {
      reply.hijack();
      const { raw } = reply;
      raw.writeHead(200, {
        ...(reply.getHeaders() as Record<string, string>),
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      });
      if (request.method === 'HEAD') return void raw.end();
      raw.write('retry: 3000\n\n');
      const reader: Reader = { ...listener, reply };
      const first = readers.size === 0;
      readers.add(reader);
      request.raw.on('close', () => readers.delete(reader));
      // While nobody listened nothing was read: go on from now, and tell what happened while the page was on its way.
      void (first ? catchUp() : Promise.resolve())
        .then(() => tellRecent(reader))
        .catch((error: unknown) => options.log.warn({ error }, 'recent changes could not be read'));
    },
    send(workspaceId, type, subject) {
      deliver({ seq: lastSeq, workspaceId, type, subject });
    },
    readers: () => readers.size,
    async stop() {
      clearInterval(heartbeat);
      await unlisten?.();
      for (const reader of readers) reader.reply.raw.end();
      readers.clear();
      await looking;
    },
  };
}
