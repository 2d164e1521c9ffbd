// Reads rounds and repeats for the screens, page by page, with the names of everything in them.
import sql, { empty, type Sql } from 'sql-template-tag';
import { cutPage, decodeCursor, type Page } from '../../../../kit/cursor.ts';
import type { QueryOf } from '../../../../kit/route.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import type {
  CaseRounds,
  EvidenceKind,
  listRepeatsRoute,
  listRoundsRoute,
  RepeatView,
  RoundState,
  RoundView,
} from '../core/gate.contract.ts';
import { neededYes } from '../core/gate-decision.ts';

interface RoundRow {
  id: string;
  case_id: string;
  number: number;
  title: string;
  status: string;
  round: number;
  state: RoundState;
  how: string | null;
  resolved_at: Date;
  window_ends_at: Date | null;
  decided_at: Date | null;
  theme: string | null;
  product_id: string | null;
  product_name: string | null;
  team_id: string | null;
  team_name: string | null;
  owner_id: string | null;
  owner_name: string | null;
  reporters: number;
  known: number;
  confirmations: number;
}

const COLUMNS = sql`r.id, r.case_id, c.number, c.title, c.status, r.round, r.state, r.how, r.resolved_at, r.window_ends_at,
  r.decided_at, r.theme, r.product_id, p.name AS product_name, r.team_id, t.name AS team_name, r.owner_id, m.name AS owner_name,
  r.reporters, r.known, r.confirmations`;
const NAMES = sql`
  JOIN cases_facts c ON c.workspace_id = r.workspace_id AND c.id = r.case_id
  LEFT JOIN products_facts p ON p.workspace_id = r.workspace_id AND p.id = r.product_id
  LEFT JOIN teams_facts t ON t.workspace_id = r.workspace_id AND t.id = r.team_id
  LEFT JOIN members_facts m ON m.workspace_id = r.workspace_id AND m.id = r.owner_id`;

const is = (column: Sql, value: string | undefined) => (value ? sql`AND ${column} = ${value}` : empty);

function within(query: { from?: string | undefined; to?: string | undefined }): Sql {
  const from = query.from ? sql`AND r.resolved_on >= ${query.from}::date` : empty;
  return query.to ? sql`${from} AND r.resolved_on <= ${query.to}::date` : from;
}

/** Those that wait by the end of their window, others newest first. */
export async function listRounds(tx: Tx, query: QueryOf<typeof listRoundsRoute>): Promise<Page<RoundView>> {
  const byWindow = query.state === 'waiting';
  const after = decodeCursor(query.cursor, byWindow ? 2 : 1);
  const ends = sql`coalesce(r.window_ends_at, 'infinity'::timestamptz)`;
  const further = !after
    ? empty
    : byWindow
      ? sql`AND (${ends}, r.id) > (${String(after[0])}::timestamptz, ${String(after[1])})`
      : sql`AND r.id < ${String(after[0])}`;
  const rows = await tx.rows<RoundRow & { ends: string }>(sql`
    SELECT ${COLUMNS}, ${ends}::text AS ends FROM verify_rounds r ${NAMES}
    WHERE r.workspace_id = ${tx.workspaceId} ${further} ${within(query)} ${is(sql`r.state`, query.state)}
      ${is(sql`r.how`, query.how)} ${is(sql`r.team_id`, query.team)} ${is(sql`r.theme`, query.theme)}
      ${is(sql`r.product_id`, query.product)}
    ORDER BY ${byWindow ? sql`${ends}, r.id` : sql`r.id DESC`} LIMIT ${query.limit + 1}`);
  const page = cutPage(rows, query.limit, (row) => (byWindow ? [row.ends, row.id] : [row.id]));
  return { items: page.items.map(viewOf), nextCursor: page.nextCursor };
}

/** How many rounds are in each state that asks for a look, each counted up to 1,000. */
export async function countRounds(tx: Tx): Promise<{ waiting: number; disputed: number; unclear: number }> {
  const rows = await tx.rows<{ state: string; count: number }>(sql`
    SELECT s.state, (SELECT count(*)::int FROM (SELECT FROM verify_rounds r WHERE r.workspace_id = ${tx.workspaceId}
      AND r.state = s.state LIMIT 1000) AS found) AS count
    FROM unnest(ARRAY['waiting', 'disputed', 'unclear']) AS s(state)`);
  const counts = new Map(rows.map((row) => [row.state, row.count]));
  return {
    waiting: counts.get('waiting') ?? 0,
    disputed: counts.get('disputed') ?? 0,
    unclear: counts.get('unclear') ?? 0,
  };
}

interface EvidenceRow {
  round_id: string;
  kind: EvidenceKind;
  at: Date;
  who: string | null;
  score: number | null;
  note: string | null;
  feedback_id: string | null;
}

/** The rounds of a case and of those merged into it, oldest first; nothing when there is no such case. */
export async function readCaseRounds(tx: Tx, caseId: string): Promise<CaseRounds | undefined> {
  const there = await tx.maybe(
    sql`SELECT 1 AS one FROM cases_facts WHERE workspace_id = ${tx.workspaceId} AND id = ${caseId}`,
  );
  if (!there) return undefined;
  const rows = await tx.rows<RoundRow>(sql`
    SELECT ${COLUMNS} FROM verify_rounds r ${NAMES}
    WHERE r.workspace_id = ${tx.workspaceId} AND (r.case_id = ${caseId} OR r.case_id IN (
      SELECT id FROM cases_facts WHERE workspace_id = ${tx.workspaceId} AND merged_into = ${caseId}))
    ORDER BY r.resolved_at, r.id LIMIT 50`);
  const seen = await tx.rows<EvidenceRow>(sql`
    SELECT e.round_id, e.kind, e.at, coalesce(m.name, p.name) AS who, e.score, e.note, e.feedback_id
    FROM verify_evidence e
    LEFT JOIN members_facts m ON m.workspace_id = e.workspace_id AND m.id = e.member_id
    LEFT JOIN people_facts p ON p.workspace_id = e.workspace_id AND p.id = e.reporter
    WHERE e.workspace_id = ${tx.workspaceId} AND e.round_id = ANY(${rows.map((row) => row.id)}::text[])
    ORDER BY e.at, e.id LIMIT 500`);
  return {
    rounds: rows.map((row) => ({
      ...viewOf(row),
      evidence: seen
        .filter((one) => one.round_id === row.id)
        .map(({ kind, at, who, score, note, feedback_id }) => ({
          kind,
          at: at.toISOString(),
          who,
          score,
          note,
          feedbackId: feedback_id,
        })),
    })),
  };
}

function viewOf(row: RoundRow): RoundView {
  const named = (id: string | null, name: string | null) => (id !== null && name !== null ? { id, name } : null);
  return {
    id: row.id,
    case: { id: row.case_id, number: row.number, title: row.title, status: row.status },
    round: row.round,
    state: row.state,
    how: row.how,
    resolvedAt: row.resolved_at.toISOString(),
    windowEndsAt: row.window_ends_at?.toISOString() ?? null,
    decidedAt: row.decided_at?.toISOString() ?? null,
    theme: row.theme,
    product: named(row.product_id, row.product_name),
    team: named(row.team_id, row.team_name),
    owner: named(row.owner_id, row.owner_name),
    reporters: row.reporters,
    known: row.known,
    confirmations: row.confirmations,
    needed: neededYes(row.reporters),
  };
}

interface RepeatRow {
  id: string;
  case_id: string;
  number: number;
  title: string;
  round: number;
  person_id: string | null;
  person_name: string | null;
  theme: string | null;
  resolved_at: Date;
  said_at: Date;
  feedback_id: string;
  text: string | null;
  channel: string | null;
  rating: number | null;
}

/** The repeats of resolutions of a period, newest first. */
export async function listRepeats(tx: Tx, query: QueryOf<typeof listRepeatsRoute>): Promise<Page<RepeatView>> {
  const after = decodeCursor(query.cursor, 1)?.[0] ?? null;
  const rows = await tx.rows<RepeatRow>(sql`
    SELECT x.id, r.case_id, c.number, c.title, r.round, x.person_id, p.name AS person_name, r.theme, r.resolved_at, x.said_at,
      x.feedback_id, f.text, f.channel, f.rating
    FROM verify_repeats x
    JOIN verify_rounds r ON r.workspace_id = x.workspace_id AND r.id = x.round_id
    JOIN cases_facts c ON c.workspace_id = r.workspace_id AND c.id = r.case_id
    LEFT JOIN people_facts p ON p.workspace_id = x.workspace_id AND p.id = x.person_id
    LEFT JOIN feedback_facts f ON f.workspace_id = x.workspace_id AND f.id = x.feedback_id
    WHERE x.workspace_id = ${tx.workspaceId} ${after === null ? empty : sql`AND x.id < ${String(after)}`} ${within(query)}
      ${is(sql`r.team_id`, query.team)} ${is(sql`r.theme`, query.theme)} ${is(sql`r.product_id`, query.product)}
    ORDER BY x.id DESC LIMIT ${query.limit + 1}`);
  const page = cutPage(rows, query.limit, (row) => [row.id]);
  return {
    items: page.items.map((row) => ({
      id: row.id,
      case: { id: row.case_id, number: row.number, title: row.title },
      round: row.round,
      person: row.person_id ? { id: row.person_id, name: row.person_name } : null,
      theme: row.theme ?? '',
      resolvedAt: row.resolved_at.toISOString(),
      saidAt: row.said_at.toISOString(),
      daysAfter: Math.floor((row.said_at.getTime() - row.resolved_at.getTime()) / 86_400_000),
      feedback:
        row.text === null
          ? null
          : { id: row.feedback_id, text: row.text, channel: row.channel ?? '', rating: row.rating },
    })),
    nextCursor: page.nextCursor,
  };
}
