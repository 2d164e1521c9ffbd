// Takes a platform's call: the address finds the source, the signature proves the platform, the answer comes when all is on disk.

import { ok, type Result, refuse } from '../../../../kit/result.ts';
import type { Database } from '../../../../platform/database/database.ts';
import type { Sealer } from '../../../../platform/secrets/seal.ts';
import type { PushAnswer, PushCall } from '../../connectors/core/connector.contract.ts';
import { connectorOf } from '../../connectors/server/door.ts';
import { createKnownIds } from '../core/known-ids.ts';
import type { LiveHub } from './hub.types.ts';
import { readRoom } from './room.reads.ts';
import { findByPushKey } from './sources/source.reads.ts';
import type { SourceRow } from './sources/source.store.ts';
import type { SourceRunner } from './sources/source-runner.ts';
import { settingsOf } from './sources/source-secrets.ts';

export type PushReply = NonNullable<Extract<PushAnswer, { ok: true }>['reply']>;

export interface PushDesk {
  receive(call: PushCall, key: string, now: Date): Promise<Result<PushReply | null, PushRefusal>>;
  /** A source was changed: what is remembered of it is read anew. */
  forget(key: string): void;
}

type PushRefusal = 'not_found' | 'bad_signature' | 'stale_signature' | 'invalid' | 'room_elsewhere';

/** Sources are looked up at each call of a busy platform otherwise; a change shows within this. */
const REMEMBER_MS = 5_000;

export function createPushDesk(deps: {
  database: Database;
  sealer: Sealer;
  hub: LiveHub;
  runner: SourceRunner;
}): PushDesk {
  const { hub, runner } = deps;
  const sources = new Map<string, { row: SourceRow; settings: Record<string, unknown> | null; at: number }>();
  const calls = createKnownIds(50_000);

  async function sourceOf(key: string, now: number) {
    const known = sources.get(key);
    if (known && now - known.at < REMEMBER_MS && now >= known.at) return known;
    const row = await findByPushKey(deps.database, key);
    if (!row) return null;
    const found = { row, settings: settingsOf(deps.sealer, row), at: now };
    if (sources.size > 1000) sources.clear();
    sources.set(key, found);
    return found;
  }

  const isRunning = async (row: SourceRow) => {
    const room = await deps.database.workspace(row.workspace_id).read((tx) => readRoom(tx, row.room_id));
    return room?.show != null;
  };

  return {
    forget: (key) => void sources.delete(key),
    async receive(call, key, now) {
      const source = await sourceOf(key, now.getTime());
      const connector = source?.row.is_on ? connectorOf(source.row.kind) : null;
      if (!source?.settings || !connector?.receive) return refuse('not_found');
      const { row } = source;
      const room = hub.room(row.workspace_id, row.room_id);
      const answer = connector.receive(call, source.settings as never, now.getTime());
      if (!answer.ok) {
        if (room) runner.pushed(room, row.id, { events: 0, unread: 0, refused: answer.reason });
        return refuse(answer.reason);
      }
      const reply = answer.reply ?? null;
      if (!room && (await isRunning(row))) return refuse('room_elsewhere');
      // A platform that tries the address, or calls between shows, is answered so that it goes on calling.
      if (!room || answer.events.length + answer.unread === 0) return ok(reply);
      const callKey = `${row.id}\n${answer.callId ?? ''}`;
      if (answer.callId !== undefined && calls.has(callKey)) return ok(reply);
      const { taken } = await room.accept(answer.events, { source: row.kind, trust: connector.manifest.trust });
      if (answer.callId !== undefined) calls.add(callKey, now.getTime());
      if (answer.unread > 0) room.unread(answer.unread);
      // Whoever watches the room hears of the events themselves.
      runner.pushed(room, row.id, { events: taken, unread: answer.unread });
      return ok(reply);
    },
  };
}
