// Puts a new version to use where it matters at once: the corrected voices and those much like them are judged again.

import type { Tx, WorkspaceDb } from '../../../../platform/database/database.ts';
import { appendEvents } from '../../../../platform/events/event.store.ts';
import { feedbackForJudging } from '../../../collect/intake/server/door.ts';
import { feedbackJudged } from '../../judgement/core/judgement.contract.ts';
import { type JudgedAgain, judgeAgain } from '../../judgement/server/door.ts';
import { learningApplied } from '../core/learning.contract.ts';
import { alikeOf } from './alike.reads.ts';
import { dropEffects, saveEffect } from './effect.store.ts';
import type { ShopEngines } from './shop-engines.ts';
import { lockSettings } from './version.store.ts';

const ACTOR = { kind: 'system', id: 'system', name: 'learning' } as const;
/** A burst of corrections is learned at once; the likes of so many are judged at once, the others with the next run. */
const MOST_AT_ONCE = 50;

/** Judged in one transaction. */
const PIECE = 200;

/** @param input.fresh lessons the version is the first to know @param input.undone lessons that were taken back */
export async function applyLessons(
  engines: ShopEngines,
  db: WorkspaceDb,
  input: { fresh: readonly string[]; undone: readonly string[]; versionId: string | null },
  now: Date,
): Promise<void> {
  const undone = new Set(input.undone);
  const lessons = [...new Set([...undone, ...input.fresh])].slice(-MOST_AT_ONCE);
  if (lessons.length === 0) return;
  const alike = await db.read((tx) => alikeOfEach(tx, lessons));
  const changes = await judgeAll(engines, db, [...new Set([...lessons, ...[...alike.values()].flat()])], now);
  await db.write(async (tx) => {
    await lockSettings(tx);
    await dropEffects(tx, [...undone]);
    let changed = 0;
    for (const [feedbackId, others] of alike) {
      const own = others.flatMap((id) => changes.get(id) ?? []);
      changed += own.length;
      if (undone.has(feedbackId) || !input.versionId) continue;
      const effect = {
        feedbackId,
        versionId: input.versionId,
        alike: others.length,
        changed: own.length,
        changes: own,
      };
      await saveEffect(tx, effect, now);
    }
    const data = { feedbackIds: lessons, alike: new Set([...alike.values()].flat()).size, changed };
    await appendEvents(tx, [{ type: learningApplied.type, subject: null, data, actor: ACTOR, at: now }]);
  });
}

/** Of each lesson the voices like it; two lessons may share some. */
async function alikeOfEach(tx: Tx, lessons: readonly string[]): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  for (const voice of await feedbackForJudging(tx, lessons)) {
    found.set(voice.id, await alikeOf(tx, voice.id, voice.text));
  }
  return found;
}

/** @returns what changed, by voice */
async function judgeAll(engines: ShopEngines, db: WorkspaceDb, ids: readonly string[], now: Date) {
  const changes = new Map<string, JudgedAgain['changes'][number]>();
  for (let start = 0; start < ids.length; start += PIECE) {
    const judged = await db.write(async (tx) => {
      const engine = await engines.of(tx);
      const done = await judgeAgain(tx, engine, ids.slice(start, start + PIECE), now);
      const data = { feedbackIds: done.ids, engine: engine.version, again: true };
      if (done.ids.length > 0)
        await appendEvents(tx, [{ type: feedbackJudged.type, subject: null, data, actor: ACTOR, at: now }]);
      return done;
    });
    for (const change of judged.changes) changes.set(change.feedbackId, change);
  }
  return changes;
}
