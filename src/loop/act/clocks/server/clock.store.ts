// Keeps what cases are promised, what happened to them, and the reading of each of their clocks.
import sql from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';
import type { CasePromise, HistoryEntry } from '../core/case-promise.ts';
import { type ClockReading, type ClockSpec, clockKey } from '../core/clock-history.contract.ts';
import type { CaseFacts } from '../core/clock-policy.ts';
import { kindOfKey, stageOfKey } from '../core/next-due.ts';

/** A case as clocks know it, with its whole history. */
export interface ClockedCase {
  caseId: string;
  facts: CaseFacts;
  promise: CasePromise;
  firstSpecs: ClockSpec[];
  firstVersionId: string;
  entries: HistoryEntry[];
  live: boolean;
  nextLookAt: Date | null;
}

/** A spec as it is stored, for every case: key, target and warning. */
type PackedSpec = [key: string, targetMs: number, warnMs: number];

interface CaseRow {
  case_id: string;
  facts: CaseFacts;
  policy_id: string | null;
  calendar_id: string;
  version_id: string;
  specs: PackedSpec[];
  /** Null: the same as `specs`. */
  first_specs: PackedSpec[] | null;
  first_version_id: string;
  live: boolean;
  next_look_at: Date | null;
}

/** The stored part of a clock that a reading does not give. */
export interface ClockRow {
  id: string;
  case_id: string;
  key: string;
  told: string[];
}

const CASE_COLUMNS = sql`case_id, facts, policy_id, calendar_id, version_id, specs, first_specs, first_version_id, live, next_look_at`;

/** Locks cases in the order of their ids, so that two who want the same ones do not wait for each other. */
export async function lockCases(tx: Tx, caseIds: readonly string[]): Promise<Map<string, ClockedCase>> {
  const rows = await tx.rows<CaseRow>(sql`
    SELECT ${CASE_COLUMNS} FROM clocked_cases
    WHERE workspace_id = ${tx.workspaceId} AND case_id = ANY(${[...caseIds]}::text[]) ORDER BY case_id FOR UPDATE`);
  return withHistories(tx, rows);
}

export async function readCases(tx: Tx, caseIds: readonly string[]): Promise<Map<string, ClockedCase>> {
  const rows = await tx.rows<CaseRow>(sql`
    SELECT ${CASE_COLUMNS} FROM clocked_cases
    WHERE workspace_id = ${tx.workspaceId} AND case_id = ANY(${[...caseIds]}::text[])`);
  return withHistories(tx, rows);
}

/** Locks cases that are due to be looked at, passing over those somebody else holds. */
export async function lockCasesToLookAt(tx: Tx, now: Date, limit: number): Promise<Map<string, ClockedCase>> {
  const rows = await tx.rows<CaseRow>(sql`
    SELECT ${CASE_COLUMNS} FROM clocked_cases
    WHERE workspace_id = ${tx.workspaceId} AND next_look_at <= ${now}
    ORDER BY next_look_at LIMIT ${limit} FOR UPDATE SKIP LOCKED`);
  return withHistories(tx, rows);
}

/**
 * Locks the next cases under way after an id, in the order of their ids.
 * @param calendarId only those that run on this calendar; null takes all
 */
export async function lockLiveCases(
  tx: Tx,
  afterId: string,
  limit: number,
  calendarId: string | null,
): Promise<Map<string, ClockedCase>> {
  const rows = await tx.rows<CaseRow>(sql`
    SELECT ${CASE_COLUMNS} FROM clocked_cases
    WHERE workspace_id = ${tx.workspaceId} AND live AND case_id > ${afterId}
      AND (${calendarId}::text IS NULL OR calendar_id = ${calendarId}::text)
    ORDER BY case_id LIMIT ${limit} FOR UPDATE`);
  return withHistories(tx, rows);
}

async function withHistories(tx: Tx, rows: CaseRow[]): Promise<Map<string, ClockedCase>> {
  const cases = new Map(rows.map((row) => [row.case_id, caseOf(row)]));
  if (rows.length === 0) return cases;
  const entries = await tx.rows<{ case_id: string; event: HistoryEntry }>(sql`
    SELECT case_id, event FROM clock_histories
    WHERE workspace_id = ${tx.workspaceId} AND case_id = ANY(${rows.map((row) => row.case_id)}::text[]) ORDER BY case_id, seq`);
  for (const entry of entries) cases.get(entry.case_id)!.entries.push(entry.event);
  return cases;
}

function caseOf(row: CaseRow): ClockedCase {
  return {
    caseId: row.case_id,
    facts: row.facts,
    promise: {
      policyId: row.policy_id,
      calendarId: row.calendar_id,
      versionId: row.version_id,
      specs: unpack(row.specs),
    },
    firstSpecs: unpack(row.first_specs ?? row.specs),
    firstVersionId: row.first_version_id,
    entries: [],
    live: row.live,
    nextLookAt: row.next_look_at,
  };
}

function pack(specs: readonly ClockSpec[]): string {
  return JSON.stringify(specs.map((spec): PackedSpec => [clockKey(spec), spec.targetMs, spec.warnMs]));
}

/** The promise of the first day where it differs from the present one. */
function firstPromise({ firstSpecs, promise }: ClockedCase): string | null {
  const first = pack(firstSpecs);
  return first === pack(promise.specs) ? null : first;
}

function unpack(specs: readonly PackedSpec[]): ClockSpec[] {
  return specs.map(([key, targetMs, warnMs]) => {
    const stage = stageOfKey(key);
    return { kind: kindOfKey(key), ...(stage === null ? {} : { stage }), targetMs, warnMs };
  });
}

export async function readClockRows(tx: Tx, caseIds: readonly string[]): Promise<ClockRow[]> {
  return tx.rows<ClockRow>(sql`
    SELECT id, case_id, key, told FROM clocks
    WHERE workspace_id = ${tx.workspaceId} AND case_id = ANY(${[...caseIds]}::text[])`);
}

/** Sorts rows by the case they belong to. */
export function rowsByCase(rows: readonly ClockRow[]): Map<string, ClockRow[]> {
  const byCase = new Map<string, ClockRow[]>();
  for (const row of rows) {
    const list = byCase.get(row.case_id);
    if (list) list.push(row);
    else byCase.set(row.case_id, [row]);
  }
  return byCase;
}

/** Appends history entries; `seq` counts from 1 within a case. */
export async function appendHistory(
  tx: Tx,
  entries: readonly { caseId: string; seq: number; entry: HistoryEntry }[],
): Promise<void> {
  if (entries.length === 0) return;
  await tx.run(sql`
    INSERT INTO clock_histories (workspace_id, case_id, seq, at, event)
    SELECT ${tx.workspaceId}, h.case_id, h.seq, h.at, h.event::jsonb
    FROM unnest(${entries.map((item) => item.caseId)}::text[], ${entries.map((item) => item.seq)}::int[],
      ${entries.map((item) => new Date(item.entry.atMs))}::timestamptz[],
      ${entries.map((item) => JSON.stringify(item.entry))}::text[]) AS h(case_id, seq, at, event)`);
}

/** Adds or replaces cases; the promise and hours of the first day are never replaced. */
export async function saveCases(tx: Tx, cases: readonly ClockedCase[]): Promise<void> {
  if (cases.length === 0) return;
  const lastAt = cases.map(({ entries }) => new Date(entries.at(-1)?.atMs ?? 0));
  await tx.run(sql`
    INSERT INTO clocked_cases (case_id, workspace_id, facts, policy_id, calendar_id, version_id, specs, first_specs,
      first_version_id, last_seq, last_at, live, next_look_at)
    SELECT c.case_id, ${tx.workspaceId}, c.facts::jsonb, c.policy_id, c.calendar_id, c.version_id, c.specs::jsonb,
      c.first_specs::jsonb, c.first_version_id, c.last_seq, c.last_at, c.live, c.next_look_at
    FROM unnest(${cases.map((one) => one.caseId)}::text[], ${cases.map((one) => JSON.stringify(one.facts))}::text[],
      ${cases.map((one) => one.promise.policyId)}::text[], ${cases.map((one) => one.promise.calendarId)}::text[],
      ${cases.map((one) => one.promise.versionId)}::text[], ${cases.map((one) => pack(one.promise.specs))}::text[],
      ${cases.map(firstPromise)}::text[], ${cases.map((one) => one.firstVersionId)}::text[],
      ${cases.map((one) => one.entries.length)}::int[], ${lastAt}::timestamptz[], ${cases.map((one) => one.live)}::boolean[],
      ${cases.map((one) => one.nextLookAt)}::timestamptz[])
      AS c(case_id, facts, policy_id, calendar_id, version_id, specs, first_specs, first_version_id, last_seq, last_at, live, next_look_at)
    ON CONFLICT (case_id) DO UPDATE SET
      first_specs = coalesce(clocked_cases.first_specs, excluded.first_specs), facts = excluded.facts, policy_id = excluded.policy_id, calendar_id = excluded.calendar_id,
      version_id = excluded.version_id, specs = excluded.specs, last_seq = excluded.last_seq, last_at = excluded.last_at,
      live = excluded.live, next_look_at = excluded.next_look_at
    WHERE clocked_cases.workspace_id = excluded.workspace_id`);
}

export interface ClockToSave {
  id: string;
  caseId: string;
  policyId: string | null;
  reading: ClockReading;
  told: readonly string[];
}

/** Adds or replaces readings. */
export async function saveClocks(tx: Tx, clocks: readonly ClockToSave[], readAt: Date): Promise<void> {
  if (clocks.length === 0) return;
  const instants = (pick: (reading: ClockReading) => number | null) =>
    clocks.map(({ reading }) => {
      const ms = pick(reading);
      return ms === null ? null : new Date(ms);
    });
  await tx.run(sql`
    INSERT INTO clocks (id, workspace_id, case_id, key, kind, stage, policy_id, state, round, started_at, due_at, warn_at,
      breached_at, ended_at, elapsed_ms, remaining_ms, target_ms, misses, read_at, told)
    SELECT c.id, ${tx.workspaceId}, c.case_id, c.key, split_part(c.key, ':', 1), nullif(split_part(c.key, ':', 2), ''), c.policy_id,
      c.state, c.round, c.started_at, c.due_at, c.warn_at, c.breached_at, c.ended_at, c.elapsed_ms, c.remaining_ms, c.target_ms,
      c.misses, ${readAt}, ARRAY(SELECT jsonb_array_elements_text(c.told::jsonb))
    FROM unnest(${clocks.map((clock) => clock.id)}::text[], ${clocks.map((clock) => clock.caseId)}::text[],
      ${clocks.map((clock) => clock.reading.key)}::text[], ${clocks.map((clock) => clock.policyId)}::text[],
      ${clocks.map((clock) => clock.reading.state)}::text[], ${clocks.map((clock) => clock.reading.round)}::int[],
      ${instants((reading) => reading.startedAt)}::timestamptz[], ${instants((reading) => reading.dueAt)}::timestamptz[],
      ${instants((reading) => reading.warnAt)}::timestamptz[], ${instants((reading) => reading.breachedAt)}::timestamptz[],
      ${instants((reading) => reading.endedAt)}::timestamptz[], ${clocks.map((clock) => Math.round(clock.reading.elapsedMs))}::bigint[],
      ${clocks.map((clock) => Math.round(clock.reading.remainingMs))}::bigint[],
      ${clocks.map((clock) => Math.round(clock.reading.targetMs))}::bigint[], ${clocks.map((clock) => clock.reading.misses)}::int[],
      ${clocks.map((clock) => JSON.stringify(clock.told))}::text[])
      AS c(id, case_id, key, policy_id, state, round, started_at, due_at, warn_at, breached_at, ended_at, elapsed_ms, remaining_ms,
        target_ms, misses, told)
    ON CONFLICT (workspace_id, case_id, key) DO UPDATE SET policy_id = excluded.policy_id, state = excluded.state,
      round = excluded.round, started_at = excluded.started_at, due_at = excluded.due_at, warn_at = excluded.warn_at,
      breached_at = excluded.breached_at, ended_at = excluded.ended_at, elapsed_ms = excluded.elapsed_ms,
      remaining_ms = excluded.remaining_ms, target_ms = excluded.target_ms, misses = excluded.misses, read_at = excluded.read_at,
      told = excluded.told`);
}
