// Reads the figures of ratings from the daily sums alone, and the rows behind them page by page.
import sql, { empty, type Sql } from 'sql-template-tag';
import { stretchesOf, stretchIndex } from '../../../../kit/calendar/stretches.ts';
import { cutPage, decodeCursor, type Page } from '../../../../kit/cursor.ts';
import type { QueryOf } from '../../../../kit/route.ts';
import type { Statements, Tx } from '../../../../platform/database/database.ts';
import { addSums, csatOf, type ScoreSums } from '../core/csat.ts';
import type {
  listRatingsRoute,
  RatingDimension,
  RatingSettings,
  RatingSummary,
  RatingView,
} from '../core/rating.contract.ts';
import { findRating, readRatingSettings } from './rating.store.ts';

/** Which rating a secret address opens. */
export const whichRating = (machine: Statements, token: string) => findRating(machine, token);

/** Who is asked, and how often. */
export const settingsOf = (tx: Tx): Promise<RatingSettings> => readRatingSettings(tx);

const SUMS = sql`coalesce(sum(asked), 0)::bigint AS asked, coalesce(sum(score1), 0)::bigint AS s1,
  coalesce(sum(score2), 0)::bigint AS s2, coalesce(sum(score3), 0)::bigint AS s3, coalesce(sum(score4), 0)::bigint AS s4,
  coalesce(sum(score5), 0)::bigint AS s5, coalesce(sum(unanswered), 0)::bigint AS unanswered`;

interface SumRow {
  asked: number;
  s1: number;
  s2: number;
  s3: number;
  s4: number;
  s5: number;
  unanswered: number;
}

const sumsOf = (row: SumRow): ScoreSums => ({ asked: row.asked, scores: [row.s1, row.s2, row.s3, row.s4, row.s5] });
const MOST_GROUPS = 50;

/** All figures of a period, by the day on which people were asked. */
export async function readRatingSummary(
  tx: Tx,
  input: { from: string; to: string; timeZone: string; by: RatingDimension | null; now: Date },
): Promise<RatingSummary> {
  const { from, to, by } = input;
  const days = await tx.rows<SumRow & { day: string }>(sql`
    SELECT day, ${SUMS} FROM rating_daily
    WHERE workspace_id = ${tx.workspaceId} AND kind = 'all' AND day BETWEEN ${from}::date AND ${to}::date GROUP BY day`);
  const total = addSums(days.map(sumsOf));
  const figures = csatOf(total);
  const unanswered = days.reduce((sum, day) => sum + day.unanswered, 0);
  const stretches = stretchesOf(from, to);
  return {
    ...figures,
    from,
    to,
    timeZone: input.timeZone,
    scores: [...total.scores],
    open: Math.max(0, total.asked - figures.csat.of - unanswered),
    trend: stretches.map((stretch, index) => {
      const own = days.filter((day) => stretchIndex(stretches, day.day) === index);
      return { ...stretch, ...csatOf(addSums(own.map(sumsOf))) };
    }),
    by,
    groups: by ? await readGroups(tx, by, input) : [],
  };
}

const NAMES: Record<RatingDimension, Sql> = {
  team: sql`LEFT JOIN teams_facts n ON n.workspace_id = s.workspace_id AND n.id = s.item`,
  member: sql`LEFT JOIN members_facts n ON n.workspace_id = s.workspace_id AND n.id = s.item`,
  product: sql`LEFT JOIN products_facts n ON n.workspace_id = s.workspace_id AND n.id = s.item`,
  // Themes and channels are named in the reader's language by whoever shows them.
  theme: sql`LEFT JOIN (SELECT NULL::text AS name) n ON false`,
  channel: sql`LEFT JOIN (SELECT NULL::text AS name) n ON false`,
};

async function readGroups(tx: Tx, by: RatingDimension, input: { from: string; to: string }) {
  const rows = await tx.rows<SumRow & { item: string; name: string | null }>(sql`
    SELECT s.*, n.name FROM (
      SELECT workspace_id, item, ${SUMS} FROM rating_daily
      WHERE workspace_id = ${tx.workspaceId} AND kind = ${by} AND day BETWEEN ${input.from}::date AND ${input.to}::date
      GROUP BY workspace_id, item ORDER BY sum(asked) DESC, item LIMIT ${MOST_GROUPS}) s ${NAMES[by]}
    ORDER BY s.asked DESC, s.item`);
  return rows.map((row) => ({ key: row.item, name: row.name ?? row.item, ...csatOf(sumsOf(row)) }));
}

interface RatingRow {
  id: string;
  case_id: string;
  number: number;
  title: string;
  status: string;
  resolution: number;
  person_id: string | null;
  person_name: string | null;
  way: RatingView['way'];
  channel: string;
  state: RatingView['state'];
  score: number | null;
  comment: string | null;
  asked_at: Date;
  answered_at: Date | null;
  earlier: { score: number; at: string }[];
}

/** Ratings newest first. */
export async function listRatings(tx: Tx, query: QueryOf<typeof listRatingsRoute>): Promise<Page<RatingView>> {
  const after = decodeCursor(query.cursor, 1)?.[0] ?? null;
  const is = (column: Sql, value: string | undefined) => (value ? sql`AND ${column} = ${value}` : empty);
  const scores = query.score ? query.score.split(',').map(Number) : null;
  const rows = await tx.rows<RatingRow>(sql`
    SELECT r.id, r.case_id, c.number, c.title, c.status, r.resolution, r.person_id, p.name AS person_name, r.way, r.channel,
      r.state, r.score, r.comment, r.asked_at, r.answered_at,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('score', s.score, 'at', s.at) ORDER BY s.seq), '[]') FROM rating_scores s
        WHERE s.workspace_id = r.workspace_id AND s.rating_id = r.id) AS earlier
    FROM ratings r
    JOIN cases_facts c ON c.workspace_id = r.workspace_id AND c.id = r.case_id
    LEFT JOIN people_facts p ON p.workspace_id = r.workspace_id AND p.id = r.person_id
    WHERE r.workspace_id = ${tx.workspaceId}
      ${after === null ? empty : sql`AND r.id < ${String(after)}`}
      ${query.from ? sql`AND r.asked_on >= ${query.from}::date` : empty}
      ${query.to ? sql`AND r.asked_on <= ${query.to}::date` : empty}
      ${scores ? sql`AND r.score = ANY(${scores}::int[])` : empty}
      ${is(sql`r.state`, query.state)} ${is(sql`r.case_id`, query.caseId)} ${is(sql`r.team_id`, query.team)}
      ${is(sql`r.owner_id`, query.member)} ${is(sql`r.channel`, query.channel)} ${is(sql`r.theme`, query.theme)}
      ${is(sql`r.product_id`, query.product)}
    ORDER BY r.id DESC LIMIT ${query.limit + 1}`);
  const page = cutPage(rows, query.limit, (row) => [row.id]);
  return { items: page.items.map(viewOf), nextCursor: page.nextCursor };
}

function viewOf(row: RatingRow): RatingView {
  return {
    id: row.id,
    case: { id: row.case_id, number: row.number, title: row.title, status: row.status },
    resolution: row.resolution,
    person: row.person_id ? { id: row.person_id, name: row.person_name } : null,
    way: row.way,
    channel: row.channel,
    state: row.state,
    score: row.score,
    comment: row.comment,
    askedAt: row.asked_at.toISOString(),
    answeredAt: row.answered_at?.toISOString() ?? null,
    // The last one is the score itself.
    earlier: row.earlier.slice(0, -1).map(({ score, at }) => ({ score, at: new Date(at).toISOString() })),
  };
}
