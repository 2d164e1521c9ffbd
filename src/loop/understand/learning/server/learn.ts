// One learning from end to end: lessons and texts in, a version out, taken only when held-out lessons agree, then put to use.

import { systemEnv, tell } from '../../../../ground/env.ts';
import { newId } from '../../../../kit/ids.ts';
import type { Tx, WorkspaceDb } from '../../../../platform/database/database.ts';
import { createBreath } from '../../../../platform/ingest/breathe.ts';
import type { Lesson, ShopWeights } from '../../../../text/adapt/adapt.contract.ts';
import { learnShop } from '../../../../text/adapt/learn-shop.ts';
import { readShop, writeShop } from '../../../../text/adapt/shop-bytes.ts';
import type { Study } from '../../../../text/adapt/study.ts';
import { feedbackForJudging } from '../../../collect/intake/server/door.ts';
import { decideVersion } from '../core/decide-version.ts';
import { type LearningCause, learningLearned } from '../core/learning.contract.ts';
import { lessonOf } from '../core/lesson-of.ts';
import { applyLessons } from './apply-lessons.ts';
import { type CheckedVoice, markLearned, readCheckedVoices } from './check.store.ts';
import { readUndone } from './effect.store.ts';
import { learnApart } from './learn-apart.ts';
import { recentTexts } from './recent-texts.reads.ts';
import type { ShopEngines } from './shop-engines.ts';
import {
  insertVersion,
  lockSettings,
  putInForce,
  readNewest,
  readSettings,
  readVersion,
  readWeights,
  saveSettings,
  type VersionRow,
} from './version.store.ts';

/** So many texts of its own, and the learning gets a thread. */
const APART_TEXTS = 400;

export interface LearnDeps {
  engines: ShopEngines;
  /** What has been read for the base so far; shared by all shops. */
  study: () => Promise<Study>;
}

export interface LearnInput {
  cause: LearningCause;
  byName: string;
  now: Date;
}

/** @returns whether anything was learned or put to use */
export async function learn(deps: LearnDeps, db: WorkspaceDb, input: LearnInput): Promise<boolean> {
  const found = await db.read((tx) => gather(tx, input.cause));
  if (found === null) return settle(db, input.now, false);
  const base = deps.engines.base.version;
  const previous = found.previous === null ? null : readShop(found.previous);
  const { weights, report } = await learnFrom(deps, found, previous);
  const fresh = found.voices.filter((voice) => voice.isFresh).map((voice) => voice.feedbackId);
  const engine = `${base}+${weights.id}`;
  const env = systemEnv(db, input.now, input.byName);
  const done = await db.write(async (tx) => {
    const settings = await lockSettings(tx);
    const active = settings.activeId ? await readVersion(tx, settings.activeId) : undefined;
    const known = active?.base === base ? weightsIn(active) : null;
    // A version chosen by hand that stands on an older base judges nothing any more, and holds nothing.
    const isHeld = settings.isHeld && (!active || active.base === base);
    const held = isHeld ? { newest: weightsIn(await readNewest(tx)) } : null;
    const decided = decideVersion(report, weights.id, known, found.lessons.length, held);
    // What was asked since this learning began stays asked.
    const askedAt = settings.askedAt && settings.askedAt > input.now ? settings.askedAt : null;
    const after = { ...settings, isHeld, askedAt, learnedAt: input.now };
    if (decided.kind === 'same' || decided.kind === 'base') {
      if (decided.kind === 'base') await putInForce(tx, null, 'superseded', input.now);
      const activeId = decided.kind === 'base' ? null : settings.activeId;
      await saveSettings(tx, { ...after, activeId });
      await markLearned(tx, fresh, activeId ?? 'base');
      return { kind: decided.kind, versionId: activeId, isHeld };
    }
    const taken = decided.kind === 'take';
    const refused = decided.kind === 'refuse';
    const reason = refused ? decided.reason : null;
    const id = newId('eng');
    if (taken) await putInForce(tx, id, known === null ? 'outdated' : 'superseded', input.now);
    const number = await insertVersion(tx, {
      id,
      state: taken ? 'active' : refused ? 'refused' : 'aside',
      base,
      engine,
      weights: refused ? null : writeShop(weights),
      lessons: report.lessons,
      unlabelled: report.unlabelled,
      report,
      cause: input.cause,
      reason,
      byName: input.byName,
      madeAt: input.now,
    });
    await saveSettings(tx, { ...after, activeId: taken ? id : settings.activeId });
    await markLearned(tx, fresh, id);
    await tell(tx, env, learningLearned, {
      subject: id,
      data: { number, engine: taken ? engine : base, lessons: report.lessons, taken, reason },
    });
    return { kind: decided.kind, versionId: taken ? id : null, isHeld };
  });
  // While a version is held only what was taken back is judged once more, by what is in force.
  const { versionId } = done;
  const use = { fresh: done.isHeld ? [] : fresh, undone: found.undone, versionId };
  if (done.kind !== 'refuse') await applyLessons(deps.engines, db, use, input.now);
  return true;
}

/** Name of the weights of a version. */
function weightsIn(version: VersionRow | undefined): string | null {
  return version?.engine.split('+').at(-1) ?? null;
}

/** Lessons alone are learned here in milliseconds; a shop's own texts make it a second of work, and that is done beside. */
async function learnFrom(deps: LearnDeps, found: Gathered, previous: ShopWeights | null) {
  const { lessons, unlabelled } = found;
  if (unlabelled.length >= APART_TEXTS) {
    const { weights, report } = await learnApart({ lessons, unlabelled, previous: found.previous });
    return { weights: readShop(weights), report };
  }
  const study = await deps.study();
  await readAhead(study, [...lessons.map((lesson) => lesson.text), ...unlabelled]);
  return learnShop({ study, lessons, unlabelled, previous });
}

/**
 * Ends a learning job when nothing is left to learn, in one transaction that nobody can ask beside: what is asked for later
 * finds no job in its place. @param finish takes the job away @returns false when something came meanwhile
 */
export async function rest(db: WorkspaceDb, finish: (tx: Tx) => Promise<void>): Promise<boolean> {
  return db.write(async (tx) => {
    const settings = await lockSettings(tx);
    if ((await gather(tx, 'corrections')) !== null) return false;
    if (settings.askedAt) await saveSettings(tx, { ...settings, askedAt: null });
    await finish(tx);
    return true;
  });
}

interface Gathered {
  voices: CheckedVoice[];
  lessons: Lesson[];
  unlabelled: string[];
  previous: Uint8Array | null;
  undone: string[];
}

/** Null where there is nothing to learn, or learning is switched off. */
async function gather(tx: Tx, cause: LearningCause): Promise<Gathered | null> {
  const settings = await readSettings(tx);
  if (!settings.isOn) return null;
  const voices = await readCheckedVoices(tx);
  const undone = await readUndone(tx);
  if (cause === 'corrections' && undone.length === 0 && !voices.some((voice) => voice.isFresh)) {
    const inForce = settings.activeId ? await readVersion(tx, settings.activeId) : undefined;
    const last = settings.isHeld ? await readNewest(tx) : inForce;
    // A lesson that was taken back leaves no trace but a smaller number.
    if (!last || last.lessons <= voices.length) return null;
  }
  const texts = new Map(
    (
      await feedbackForJudging(
        tx,
        voices.map((voice) => voice.feedbackId),
      )
    ).map((one) => [one.id, one]),
  );
  const lessons = voices.flatMap((voice) => {
    const text = texts.get(voice.feedbackId);
    return (text && lessonOf(text, voice.decisions)) ?? [];
  });
  const unlabelled = settings.selfTraining && cause !== 'corrections' ? await recentTexts(tx, lessons.length) : [];
  const previous = settings.activeId ? await readWeights(tx, settings.activeId) : null;
  return { voices, lessons, unlabelled, previous, undone };
}

async function settle(db: WorkspaceDb, now: Date, learned: boolean): Promise<boolean> {
  await db.write(async (tx) => {
    const settings = await lockSettings(tx);
    if (settings.askedAt && settings.askedAt <= now) await saveSettings(tx, { ...settings, askedAt: null });
  });
  return learned;
}

/** Reading is the costly part; done in pieces it lets others in between, and is kept for the learning itself. */
async function readAhead(study: Study, texts: readonly string[]): Promise<void> {
  const breathe = createBreath();
  for (const [index, text] of texts.entries()) {
    study.read(text);
    const pause = index % 20 === 19 ? breathe() : null;
    if (pause) await pause;
  }
}
