// Reads the state of learning and its versions for the screen.
import sql from 'sql-template-tag';
import { cutPage, decodeCursor, type Page } from '../../../../kit/cursor.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import type { LearningView, LessonView, ShopEngineView } from '../core/learning.contract.ts';
import { countLessons } from './check.store.ts';
import type { ShopEngines } from './shop-engines.ts';
import { readSettings, readVersion, VERSION_COLUMNS, type VersionRow } from './version.store.ts';

/** A learning asked for that long ago has died with its process. */
const PATIENCE_MS = 10 * 60_000;

export async function readLearning(tx: Tx, engines: ShopEngines, now: Date): Promise<LearningView> {
  const [settings, counted, engine] = await Promise.all([readSettings(tx), countLessons(tx), engines.of(tx)]);
  const active = settings.activeId ? await readVersion(tx, settings.activeId) : undefined;
  const isAsked = settings.askedAt !== null && now.getTime() - settings.askedAt.getTime() < PATIENCE_MS;
  return {
    isOn: settings.isOn,
    selfTraining: settings.selfTraining,
    isHeld: settings.isHeld,
    engine: engine.version,
    base: engines.base.version,
    active: active ? versionView(active, engines.base.version) : null,
    ...counted,
    state: isAsked ? 'asked' : 'idle',
    learnedAt: settings.learnedAt?.toISOString() ?? null,
  };
}

export function versionView(row: VersionRow, base: string): ShopEngineView {
  return {
    id: row.id,
    number: row.number,
    state: row.state,
    base: row.base,
    engine: row.engine,
    lessons: row.lessons,
    unlabelled: row.unlabelled,
    isSelfTrained: row.report.isSelfTrained,
    // Versions made before neutral lessons were counted say nothing of them.
    shadow: row.report.shadow && { ...row.report.shadow, neutral: row.report.shadow.neutral ?? 0 },
    cause: row.cause,
    reason: row.reason,
    byName: row.byName,
    madeAt: row.madeAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
    canReturn: row.state !== 'active' && row.state !== 'refused' && row.hasWeights && row.base === base,
  };
}

/** Versions, newest first. */
export async function listVersions(
  tx: Tx,
  base: string,
  query: { cursor?: string | undefined; limit: number },
): Promise<Page<ShopEngineView>> {
  const after = decodeCursor(query.cursor, 1)?.[0];
  const before = typeof after === 'number' ? after : null;
  const rows = await tx.rows<VersionRow>(sql`
    SELECT ${VERSION_COLUMNS} FROM shop_engines
    WHERE workspace_id = ${tx.workspaceId} AND (${before}::int IS NULL OR number < ${before ?? 0})
    ORDER BY number DESC LIMIT ${query.limit + 1}`);
  const page = cutPage(rows, query.limit, (row) => [row.number]);
  return { items: page.items.map((row) => versionView(row, base)), nextCursor: page.nextCursor };
}

interface LessonRow {
  learnedIn: string | null;
  at: Date;
}
interface EffectRow {
  alike: number;
  changed: number;
  changes: { feedbackId: string; from: string; to: string }[];
  at: Date;
  number: number;
  engine: string;
}

const NOTHING = { version: null, alike: 0, changed: 0, changes: [], at: null };
const SHOWN = 20;

/** What came of correcting one feedback; undefined where there is no such feedback. */
export async function readLesson(tx: Tx, feedbackId: string): Promise<LessonView | undefined> {
  const known = await tx.maybe(
    sql`SELECT 1 AS one FROM judgements_facts WHERE workspace_id = ${tx.workspaceId} AND feedback_id = ${feedbackId}`,
  );
  if (!known) return undefined;
  const [settings, checks, effect] = await Promise.all([
    readSettings(tx),
    tx.rows<LessonRow>(sql`
      SELECT learned_in AS "learnedIn", at FROM label_checks
      WHERE workspace_id = ${tx.workspaceId} AND feedback_id = ${feedbackId} AND label <> 'themes' ORDER BY at DESC`),
    tx.maybe<EffectRow>(sql`
      SELECT e.alike, e.changed, e.changes, e.at, v.number, v.engine FROM lesson_effects e
      JOIN shop_engines v ON v.workspace_id = e.workspace_id AND v.id = e.shop_engine_id
      WHERE e.workspace_id = ${tx.workspaceId} AND e.feedback_id = ${feedbackId} AND NOT e.is_undone`),
  ]);
  if (checks.length === 0) return { state: 'none', ...NOTHING };
  if (checks.some((one) => one.learnedIn === null)) return { state: settings.isOn ? 'waiting' : 'off', ...NOTHING };
  if (!effect) return { state: 'kept', ...NOTHING, at: checks[0]!.at.toISOString() };
  const shown = effect.changes.slice(0, SHOWN);
  const texts = await tx.rows<{ id: string; text: string }>(sql`
    SELECT id, left(text, 200) AS text FROM feedback_facts
    WHERE workspace_id = ${tx.workspaceId} AND id = ANY(${shown.map((one) => one.feedbackId)}::text[])`);
  const byId = new Map(texts.map((row) => [row.id, row.text]));
  return {
    state: 'learned',
    version: { number: effect.number, engine: effect.engine },
    alike: effect.alike,
    changed: effect.changed,
    changes: shown.map((one) => ({ ...one, text: byId.get(one.feedbackId) ?? '' })),
    at: effect.at.toISOString(),
  };
}
