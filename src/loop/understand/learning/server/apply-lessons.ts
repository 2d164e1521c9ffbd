// Puts a new version to use where it matters at once: the corrected voices and those much like them are judged again.

import type { WorkspaceDb } from '../../../../platform/database/database.ts';
import { appendEvents } from '../../../../platform/events/event.store.ts';
import { feedbackForJudging } from '../../../collect/intake/server/door.ts';
import { feedbackJudged } from '../../judgement/core/judgement.contract.ts';
import { judgeAgain } from '../../judgement/server/door.ts';
import { learningApplied } from '../core/learning.contract.ts';
import { alikeOf } from './alike.reads.ts';
import { dropEffects, saveEffect } from './effect.store.ts';
import type { ShopEngines } from './shop-engines.ts';

const ACTOR = { kind: 'system', id: 'system', name: 'learning' } as const;
/** A burst of corrections is learned at once; the likes of so many are judged at once, the others with the next run. */
const MOST_AT_ONCE = 50;

/** @param input.fresh lessons the version is the first to know @param input.undone lessons that were taken back */
export async function applyLessons(
  engines: ShopEngines,
  db: WorkspaceDb,
  input: { fresh: readonly string[]; undone: readonly string[]; versionId: string | null },
  now: Date,
): Promise<void> {
  const undone = new Set(input.undone);
  const ids = [...new Set([...undone, ...input.fresh])].slice(-MOST_AT_ONCE);
  for (const id of ids) {
    await db.write(async (tx) => {
      const [voice] = await feedbackForJudging(tx, [id]);
      if (!voice) return dropEffects(tx, [id]);
      const engine = await engines.of(tx);
      const alike = await alikeOf(tx, id, voice.text);
      const judged = await judgeAgain(tx, engine, [id, ...alike], now);
      const changes = judged.changes.filter((change) => change.feedbackId !== id);
      const others = judged.ids.filter((one) => one !== id);
      if (undone.has(id)) await dropEffects(tx, [id]);
      else if (input.versionId)
        await saveEffect(
          tx,
          { feedbackId: id, versionId: input.versionId, alike: others.length, changed: changes.length, changes },
          now,
        );
      await appendEvents(tx, [
        {
          type: feedbackJudged.type,
          subject: null,
          data: { feedbackIds: judged.ids, engine: engine.version, again: true },
          actor: ACTOR,
          at: now,
        },
        {
          type: learningApplied.type,
          subject: null,
          data: { feedbackIds: [id], alike: others.length, changed: changes.length },
          actor: ACTOR,
          at: now,
        },
      ]);
    });
  }
}
