// Reads the roadmap for members and for everybody: items, what stands behind them, whom they thank.
import sql, { empty } from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';
import type { RoadmapItem, RoadmapKind, RoadmapStage } from '../core/roadmap.contract.ts';
import { suggestedStage } from '../core/stage-of.ts';
import { labelsOf } from './link-labels.reads.ts';

type Words = { 'zh-CN': string; en: string };

interface Row {
  id: string;
  kind: RoadmapKind;
  stage: RoadmapStage;
  title: Words;
  text: Words;
  publishedAt: Date | null;
  stageAt: Date;
  updatedAt: Date;
  updatedBy: string;
}

/** What stands behind an item. */
interface Behind {
  voices: number;
  people: number;
  thanks: string[];
}

const MOST_NAMES = 60;

/** Items by stage and place, with everything a member sees. @param only one item, or one kind */
export async function readRoadmap(
  tx: Tx,
  only: { id?: string; kind?: RoadmapKind | undefined } = {},
): Promise<RoadmapItem[]> {
  const rows = await itemRows(tx, only);
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const [behind, links, entries] = await Promise.all([behindOf(tx, ids), readLinks(tx, ids), readEntries(tx, ids)]);
  const labels = await labelsOf(tx, links);
  return rows.map((row) => {
    const own = links.filter((link) => link.itemId === row.id);
    const of = (kind: string) => own.filter((link) => link.kind === kind).map((link) => link.state ?? '');
    return {
      id: row.id,
      kind: row.kind,
      stage: row.stage,
      title: row.title,
      text: row.text,
      links: own.map(({ kind, id }) => ({ kind, id, label: labels.get(`${kind} ${id}`) ?? '' })),
      voices: behind.get(row.id)?.voices ?? 0,
      thanks: behind.get(row.id)?.thanks ?? [],
      publishedAt: row.publishedAt?.toISOString() ?? null,
      stageAt: row.stageAt.toISOString(),
      updatedAt: row.updatedAt.toISOString(),
      updatedBy: row.updatedBy,
      suggestedStage: suggestedStage(row.stage, { problems: of('problem'), cases: of('case') }),
      entries: entries
        .filter((entry) => entry.itemId === row.id)
        .map(({ itemId: _item, at, ...entry }) => ({ ...entry, at: at.toISOString() })),
    };
  });
}

export async function readItem(tx: Tx, id: string): Promise<RoadmapItem | undefined> {
  return (await readRoadmap(tx, { id }))[0];
}

function itemRows(tx: Tx, only: { id?: string; kind?: RoadmapKind | undefined; isPublic?: boolean }): Promise<Row[]> {
  return tx.rows<Row>(sql`
    SELECT id, kind, stage, jsonb_build_object('zh-CN', title_zh, 'en', title_en) AS title,
      jsonb_build_object('zh-CN', text_zh, 'en', text_en) AS text, published_at AS "publishedAt", stage_at AS "stageAt",
      updated_at AS "updatedAt", updated_by_name AS "updatedBy"
    FROM roadmap_items
    WHERE workspace_id = ${tx.workspaceId} ${only.id ? sql`AND id = ${only.id}` : empty} ${only.kind ? sql`AND kind = ${only.kind}` : empty}
      ${only.isPublic ? sql`AND published_at IS NOT NULL` : empty}
    ORDER BY array_position(ARRAY['in_progress','planned','under_review','open','complete','verified','closed'], stage), position, id`);
}

/** Feedback behind each item: linked itself, in a linked case, or in a case of a linked problem; and sums of linked themes. */
async function behindOf(tx: Tx, ids: readonly string[]): Promise<Map<string, Behind>> {
  const rows = await tx.rows<{ itemId: string } & Behind>(sql`
    WITH links AS (
      SELECT item_id, kind, target_id FROM roadmap_links WHERE workspace_id = ${tx.workspaceId} AND item_id = ANY(${[...ids]}::text[])
    ), said AS (
      SELECT item_id, target_id AS feedback_id FROM links WHERE kind = 'feedback'
      UNION SELECT l.item_id, c.feedback_id FROM links l
        JOIN case_feedback_facts c ON c.workspace_id = ${tx.workspaceId} AND c.case_id = l.target_id WHERE l.kind = 'case'
      UNION SELECT l.item_id, c.feedback_id FROM links l
        JOIN problem_cases_facts p ON p.workspace_id = ${tx.workspaceId} AND p.problem_id = l.target_id
        JOIN case_feedback_facts c ON c.workspace_id = ${tx.workspaceId} AND c.case_id = p.case_id WHERE l.kind = 'problem'
    ), named AS (
      SELECT s.item_id, s.feedback_id, f.person_id, p.nickname, p.thanks_consent_at FROM said s
      JOIN feedback_facts f ON f.workspace_id = ${tx.workspaceId} AND f.id = s.feedback_id
      LEFT JOIN people_facts p ON p.workspace_id = ${tx.workspaceId} AND p.id = f.person_id
    ), thanked AS (
      SELECT item_id, person_id, min(nickname) AS nickname, min(thanks_consent_at) AS at FROM named
      WHERE nickname IS NOT NULL GROUP BY item_id, person_id
    ), themed AS (
      SELECT l.item_id, sum(d.voices)::bigint AS voices FROM links l
      JOIN feedback_daily_facts d ON d.workspace_id = ${tx.workspaceId} AND d.kind = 'theme' AND d.day = '0001-01-01' AND d.item = l.target_id
      WHERE l.kind = 'theme' GROUP BY l.item_id
    )
    SELECT i.id AS "itemId", (coalesce(n.voices, 0) + coalesce(t.voices, 0))::bigint AS voices,
      (coalesce(n.people, 0) + coalesce(t.voices, 0))::bigint AS people, coalesce(h.names, '{}') AS thanks
    FROM unnest(${[...ids]}::text[]) AS i(id)
    LEFT JOIN (SELECT item_id, count(*) AS voices, count(DISTINCT coalesce(person_id, feedback_id)) AS people FROM named GROUP BY item_id) n
      ON n.item_id = i.id
    LEFT JOIN themed t ON t.item_id = i.id
    LEFT JOIN (SELECT item_id, (array_agg(nickname ORDER BY at, person_id))[1:${MOST_NAMES}] AS names FROM thanked GROUP BY item_id) h
      ON h.item_id = i.id`);
  return new Map(rows.map((row) => [row.itemId, row]));
}

export interface LinkRow {
  itemId: string;
  kind: 'problem' | 'case' | 'theme' | 'feedback';
  id: string;
  /** Where a linked problem or case stands. */
  state: string | null;
}

function readLinks(tx: Tx, ids: readonly string[]): Promise<LinkRow[]> {
  return tx.rows<LinkRow>(sql`
    SELECT l.item_id AS "itemId", l.kind, l.target_id AS id, coalesce(p.state, c.public_stage) AS state FROM roadmap_links l
    LEFT JOIN problems_facts p ON l.kind = 'problem' AND p.workspace_id = l.workspace_id AND p.id = l.target_id
    LEFT JOIN cases_facts c ON l.kind = 'case' AND c.workspace_id = l.workspace_id AND c.id = l.target_id
    WHERE l.workspace_id = ${tx.workspaceId} AND l.item_id = ANY(${[...ids]}::text[]) ORDER BY l.kind, l.target_id`);
}

interface EntryRow {
  itemId: string;
  id: string;
  stage: 'complete' | 'verified';
  text: Words;
  at: Date;
  by: string;
}

function readEntries(tx: Tx, ids: readonly string[]): Promise<EntryRow[]> {
  return tx.rows<EntryRow>(sql`
    SELECT item_id AS "itemId", id, stage, jsonb_build_object('zh-CN', text_zh, 'en', text_en) AS text, at, by_name AS by
    FROM changelog_entries WHERE workspace_id = ${tx.workspaceId} AND item_id = ANY(${[...ids]}::text[]) ORDER BY at DESC, id DESC`);
}

/** An item as everybody may read it. */
export interface PublicItem {
  id: string;
  kind: RoadmapKind;
  stage: RoadmapStage;
  title: Words;
  text: Words;
  stageAt: Date;
  /** Null where nobody is linked. */
  voices: number | 'few' | null;
  thanks: string[];
}

const LEAST = 5;

export async function readPublicRoadmap(tx: Tx): Promise<PublicItem[]> {
  const rows = await itemRows(tx, { isPublic: true });
  const behind = await behindOf(
    tx,
    rows.map((row) => row.id),
  );
  return rows.map(({ id, kind, stage, title, text, stageAt }) => ({
    id,
    kind,
    stage,
    title,
    text,
    stageAt,
    ...outside(behind.get(id)),
  }));
}

function outside(behind: Behind | undefined): Pick<PublicItem, 'voices' | 'thanks'> {
  if (!behind || behind.voices === 0) return { voices: null, thanks: [] };
  const few = behind.voices < LEAST || behind.people < LEAST;
  return { voices: few ? 'few' : behind.voices, thanks: behind.thanks };
}

export interface PublicEntry {
  id: string;
  stage: 'complete' | 'verified';
  title: Words;
  text: Words;
  at: Date;
  thanks: string[];
}

const MOST_ENTRIES = 100;

/** The latest entries about public items. */
export async function readPublicChangelog(tx: Tx): Promise<PublicEntry[]> {
  const rows = await tx.rows<Omit<PublicEntry, 'thanks'> & { itemId: string }>(sql`
    SELECT e.id, e.item_id AS "itemId", e.stage, jsonb_build_object('zh-CN', i.title_zh, 'en', i.title_en) AS title,
      jsonb_build_object('zh-CN', e.text_zh, 'en', e.text_en) AS text, e.at
    FROM changelog_entries e JOIN roadmap_items i ON i.workspace_id = e.workspace_id AND i.id = e.item_id
    WHERE e.workspace_id = ${tx.workspaceId} AND i.published_at IS NOT NULL ORDER BY e.at DESC, e.id DESC LIMIT ${MOST_ENTRIES}`);
  const behind = await behindOf(tx, [...new Set(rows.map((row) => row.itemId))]);
  return rows.map(({ itemId, ...row }) => ({ ...row, thanks: behind.get(itemId)?.thanks ?? [] }));
}
