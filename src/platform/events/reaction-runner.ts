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
const REMEMBER_MS = 5000;

interface Look {
  settled: number;
  positions: Map<string, number>;
}

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
  let memory: NodeJS.Timeout | undefined;
  // A burst of commits wakes the loops once, and a reaction's own event wakes the ones downstream.
  const wake = () => {
    // What is being asked now may have been asked too early to see it.
    looking = undefined;
    for (const waker of wakers) waker();
  };

  /** How far each reaction has looked without finding anything for it; what is found moves its stored position. */
  const looked = new Map<string, { from: number; to: number }>();
  let looking: Promise<Look> | undefined;

  /** One question for all reactions: how far events are settled, and where each reaction stands. Loops that wake together share it. */
  function look(): Promise<Look> {
    if (looking) return looking;
    const asked: Promise<Look> = (async () => {
      const names = reactions.map((reaction) => reaction.name);
      const rows = await database.machine.rows<{ settled: number; reaction: string | null; seq: number | null }>(sql`
        SELECT huiyin.settled_events() AS settled, c.reaction, c.seq
        FROM (SELECT) one LEFT JOIN reaction_cursors c ON c.reaction = ANY(${names}::text[])`);
      const positions = new Map(rows.flatMap((row) => (row.reaction === null ? [] : [[row.reaction, row.seq!]])));
      return { settled: rows[0]!.settled, positions };
    })().finally(() => {
      if (looking === asked) looking = undefined;
    });
    looking = asked;
    return asked;
  }

  /** A mark made from another position is of no use: somebody else has moved on. */
  function lookedTo(name: string, from: number): number {
    const mark = looked.get(name);
    return mark?.from === from ? mark.to : from;
  }

  async function begin(name: string): Promise<number> {
    await database.machine.run(
      sql`INSERT INTO reaction_cursors (reaction, seq) VALUES (${name}, 0) ON CONFLICT DO NOTHING`,
    );
    const row = await database.machine.one<{ seq: number }>(
      sql`SELECT seq FROM reaction_cursors WHERE reaction = ${name}`,
    );
    return row.seq;
  }

  async function readAhead(reaction: Reaction, after: number, settled: number): Promise<StoredEvent[]> {
    const rows = await database.machine.rows<Parameters<typeof eventOf>[0]>(sql`
      SELECT seq, id, workspace_id, type, subject, actor_kind, actor_id, actor_name, data, at
      FROM events WHERE seq > ${after} AND seq <= ${settled} AND type = ANY(${[...reaction.on]}::text[])
      ORDER BY seq LIMIT ${READ_AHEAD}`);
    return rows.map(eventOf);
  }

  /** Writes down how far everybody has looked, in one statement: after a restart nobody looks at the same events again. */
  async function remember(): Promise<void> {
    if (looked.size === 0) return;
    const marks = [...looked];
    await database.machine.run(sql`
      UPDATE reaction_cursors c SET seq = m.seq, moved_at = now()
      FROM unnest(${marks.map(([name]) => name)}::text[], ${marks.map(([, mark]) => mark.from)}::bigint[],
        ${marks.map(([, mark]) => mark.to)}::bigint[]) AS m (reaction, old, seq)
      WHERE c.reaction = m.reaction AND c.seq = m.old AND m.seq > c.seq`);
    for (const [name, mark] of marks) if (looked.get(name) === mark) looked.delete(name);
  }

  /** Takes the next run of events of one workspace; answers how many were passed. */
  async function step(reaction: Reaction, failures: number): Promise<number> {
    const { settled, positions } = await look();
    const from = positions.get(reaction.name) ?? (await begin(reaction.name));
    const after = lookedTo(reaction.name, from);
    if (settled <= after) return 0;
    const ahead = await readAhead(reaction, after, settled);
    if (ahead.length === 0) {
      looked.set(reaction.name, { from, to: settled });
      return 0;
    }
    const workspaceId = ahead[0]!.workspaceId;
    const size = failures >= TRIES_BEFORE_SPLIT ? 1 : (reaction.most ?? ahead.length);
    const others = ahead.findIndex((event) => event.workspaceId !== workspaceId);
    const group = ahead.slice(0, Math.min(size, others < 0 ? ahead.length : others));
    const to = group.at(-1)!.seq;
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
    looked.delete(reaction.name);
    wake();
    return group.length;
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
      memory = setInterval(() => {
        remember().catch((error: unknown) => log.warn({ error }, 'positions could not be written down'));
      }, REMEMBER_MS);
    },
    async drain() {
      const failures = new Map<string, number>();
      for (let quiet = 0; quiet < 2; ) {
        let passed = 0;
        const { settled, positions } = await look();
        for (const reaction of reactions) {
          const from = positions.get(reaction.name);
          if (from !== undefined && lookedTo(reaction.name, from) >= settled) continue;
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
      await remember();
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
      clearInterval(memory);
      await unlisten?.();
      wake();
      await Promise.all(loops);
      // A closed database is no reason not to stop.
      await remember().catch(() => {});
    },
  };
}
