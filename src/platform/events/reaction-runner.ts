// Delivers every event to every reaction exactly once: the reaction's own changes and its position move in one transaction.
import sql from 'sql-template-tag';
import type { Database, Tx } from '../database/database.ts';
import type { Log } from '../log/log.ts';
import type { Metrics } from '../metrics/metrics.ts';
import { saveDeadLetter } from './dead-letter.store.ts';
import { EVENTS_CHANNEL, eventOf, type StoredEvent } from './event.store.ts';

/** What a feature does when it hears of something. Must be safe to run again for the same event (replay). */
export interface Reaction {
  /** `<feature>.<what>`, unique: the position is kept under this name. */
  name: string;
  on: readonly string[];
  run(input: { tx: Tx; events: StoredEvent[]; now: Date }): Promise<void>;
  /** At most so many events in one transaction, where each stands for much work; as many as were read when left out. */
  most?: number;
}

export interface ReactionRunner {
  start(): Promise<void>;
  /** Runs until no reaction has anything left to read; for tests and the command line. */
  drain(): Promise<void>;
  /** Runs one reaction again for one stored event (the dead-letter screen). */
  replay(reactionName: string, eventId: string): Promise<void>;
  stop(): Promise<void>;
}

const READ_AHEAD = 200;
const TRIES_BEFORE_SPLIT = 3;

/** @param now the clock handed to reactions */
export function createReactionRunner(options: {
  database: Database;
  reactions: readonly Reaction[];
  log: Log;
  metrics: Metrics;
  now: () => Date;
  pollMs?: number;
}): ReactionRunner {
  const { database, reactions, log, metrics, now } = options;
  const pollMs = options.pollMs ?? 1000;
  const loops: Promise<void>[] = [];
  const wakers = new Set<() => void>();
  let stopping = false;
  let unlisten: (() => Promise<void>) | undefined;
  // A burst of commits wakes the loops once, and a reaction's own event wakes the ones downstream.
  const wake = () => {
    for (const waker of wakers) waker();
  };

  async function position(reaction: Reaction): Promise<number> {
    await database.machine.run(
      sql`INSERT INTO reaction_cursors (reaction, seq) VALUES (${reaction.name}, 0) ON CONFLICT DO NOTHING`,
    );
    const row = await database.machine.one<{ seq: number }>(
      sql`SELECT seq FROM reaction_cursors WHERE reaction = ${reaction.name}`,
    );
    return row.seq;
  }

  async function readAhead(after: number): Promise<StoredEvent[]> {
    const { settled } = await database.machine.one<{ settled: number }>(sql`SELECT huiyin.settled_events() AS settled`);
    if (settled <= after) return [];
    const rows = await database.machine.rows<Parameters<typeof eventOf>[0]>(sql`
      SELECT seq, id, workspace_id, type, subject, actor_kind, actor_id, actor_name, data, at
      FROM events WHERE seq > ${after} AND seq <= ${settled} ORDER BY seq LIMIT ${READ_AHEAD}`);
    return rows.map(eventOf);
  }

  /** Takes the next run of events of one workspace; answers how many were passed. */
  async function step(reaction: Reaction, failures: number): Promise<number> {
    const from = await position(reaction);
    const ahead = await readAhead(from);
    if (ahead.length === 0) return 0;
    const wanted = (event: StoredEvent) => reaction.on.includes(event.type);
    const first = ahead.findIndex(wanted);
    if (first < 0) {
      await move(database, reaction.name, from, ahead.at(-1)!.seq);
      return ahead.length;
    }
    const workspaceId = ahead[first]!.workspaceId;
    const group: StoredEvent[] = [];
    let last = first;
    const size = failures >= TRIES_BEFORE_SPLIT ? 1 : (reaction.most ?? ahead.length);
    for (let index = first; index < ahead.length; index += 1) {
      const event = ahead[index]!;
      if (wanted(event)) {
        if (event.workspaceId !== workspaceId || group.length >= size) break;
        group.push(event);
      }
      last = index;
    }
    const to = ahead[last]!.seq;
    const end = metrics.reaction(reaction.name);
    try {
      await database.workspace(workspaceId).write(async (tx) => {
        const held = await tx.maybe<{ seq: number }>(
          sql`SELECT seq FROM reaction_cursors WHERE reaction = ${reaction.name} FOR UPDATE`,
        );
        // Another process has moved on: what we read is done already.
        if (held?.seq !== from) return;
        await reaction.run({ tx, events: group, now: now() });
        await tx.run(sql`UPDATE reaction_cursors SET seq = ${to}, moved_at = now() WHERE reaction = ${reaction.name}`);
      });
      end('done', group.length);
    } catch (error) {
      end('failed', group.length);
      if (failures >= TRIES_BEFORE_SPLIT + 2 && group.length === 1) {
        await setAside(reaction, group[0]!, from, to, error, failures);
        return 1;
      }
      throw error;
    }
    wake();
    return last + 1;
  }

  async function setAside(
    reaction: Reaction,
    event: StoredEvent,
    from: number,
    to: number,
    error: unknown,
    attempts: number,
  ): Promise<void> {
    log.error({ reaction: reaction.name, event: event.id, error }, 'event set aside as a dead letter');
    await database.machine.write(async (tx) => {
      await saveDeadLetter(tx, {
        workspaceId: event.workspaceId,
        source: 'reaction',
        name: reaction.name,
        payload: { eventId: event.id, type: event.type, subject: event.subject },
        error: String(error instanceof Error ? error.message : error),
        attempts,
        now: now(),
      });
      await tx.run(
        sql`UPDATE reaction_cursors SET seq = ${to}, moved_at = now() WHERE reaction = ${reaction.name} AND seq = ${from}`,
      );
    });
  }

  async function loop(reaction: Reaction): Promise<void> {
    let failures = 0;
    while (!stopping) {
      let passed = 0;
      try {
        passed = await step(reaction, failures);
        failures = 0;
      } catch (error) {
        failures += 1;
        if (stopping) return;
        log.warn({ reaction: reaction.name, failures, error }, 'reaction failed, will try again');
      }
      if (stopping) return;
      if (passed === 0) await nap(failures > 0 ? Math.min(50 * 2 ** failures, 5000) : pollMs, failures === 0);
    }
  }

  function nap(ms: number, wakeable: boolean): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        wakers.delete(done);
        resolve();
      };
      const timer = setTimeout(done, ms);
      if (wakeable || stopping) wakers.add(done);
    });
  }

  return {
    async start() {
      unlisten = await database.listen(EVENTS_CHANNEL, wake);
      for (const reaction of reactions) loops.push(loop(reaction));
    },
    async drain() {
      const failures = new Map<string, number>();
      for (let quiet = 0; quiet < 2; ) {
        let passed = 0;
        for (const reaction of reactions) {
          try {
            passed += await step(reaction, failures.get(reaction.name) ?? 0);
            failures.delete(reaction.name);
          } catch (error) {
            const count = (failures.get(reaction.name) ?? 0) + 1;
            if (count > 20) throw error;
            failures.set(reaction.name, count);
            passed += 1;
          }
        }
        quiet = passed === 0 ? quiet + 1 : 0;
      }
    },
    async replay(reactionName, eventId) {
      const reaction = reactions.find((candidate) => candidate.name === reactionName);
      if (!reaction) throw new Error(`no reaction is called ${reactionName}`);
      const row = await database.machine.one<Parameters<typeof eventOf>[0]>(sql`
        SELECT seq, id, workspace_id, type, subject, actor_kind, actor_id, actor_name, data, at
        FROM events WHERE id = ${eventId}`);
      await database
        .workspace(row.workspace_id)
        .write((tx) => reaction.run({ tx, events: [eventOf(row)], now: now() }));
    },
    async stop() {
      stopping = true;
      await unlisten?.();
      wake();
      await Promise.all(loops);
    },
  };
}

async function move(database: Database, reaction: string, from: number, to: number): Promise<void> {
  await database.machine.run(
    sql`UPDATE reaction_cursors SET seq = ${to}, moved_at = now() WHERE reaction = ${reaction} AND seq = ${from}`,
  );
}
