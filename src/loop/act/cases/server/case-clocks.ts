// The one place where cases talk to their clocks: what happened goes in, the next due instant comes back onto the row.
import sql from 'sql-template-tag';
import type { Env } from '../../../../ground/env.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import {
  type CaseFacts,
  type ClockNote as DoorNote,
  type NextDue,
  nextDuesOf,
  noteClockEvents,
} from '../../clocks/server/door.ts';
import type { StoredCase } from './case.store.ts';

/** What clock policies ask about a case. */
export type Clocked = Pick<StoredCase, 'id' | 'channel' | 'priority' | 'theme' | 'product_id' | 'vip'>;
type WithoutInstant<E> = E extends unknown ? Omit<E, 'atMs'> : never;
export interface ClockNote {
  row: Clocked;
  event: WithoutInstant<NonNullable<DoorNote['event']>>;
}

const AT_ONCE = 1000;

/** Tells the clocks what happened to cases and writes back when each falls due next. */
export async function noteOnClocks(tx: Tx, env: Env, notes: readonly ClockNote[]): Promise<void> {
  const atMs = env.now.getTime();
  await send(
    tx,
    env,
    notes.map(({ row, event }) => ({
      caseId: row.id,
      facts: factsOf(row),
      event: { ...event, atMs } as NonNullable<DoorNote['event']>,
    })),
  );
}

/** Starts the clocks of cases that are about to be written. @returns the columns their rows take */
export async function startClocks(
  tx: Tx,
  env: Env,
  rows: readonly (Clocked & { stage: string })[],
): Promise<Map<string, Pick<StoredCase, 'next_due_at' | 'next_due_kind' | 'next_warn_at'>>> {
  const columns = new Map<string, Pick<StoredCase, 'next_due_at' | 'next_due_kind' | 'next_warn_at'>>();
  const atMs = env.now.getTime();
  for (let start = 0; start < rows.length; start += AT_ONCE) {
    const notes = rows.slice(start, start + AT_ONCE).map((row) => ({
      caseId: row.id,
      facts: factsOf(row),
      event: { type: 'opened' as const, stage: row.stage, atMs },
    }));
    for (const [id, due] of await noteClockEvents(tx, env, notes)) {
      const columnsOf = {
        next_due_at: due?.at ?? null,
        next_due_kind: due?.kind ?? null,
        next_warn_at: due?.warnAt ?? null,
      };
      columns.set(id, columnsOf);
    }
  }
  return columns;
}

/** Tells the clocks that priority, theme or customer changed, which may put a case under another promise. */
export async function noteNewFacts(tx: Tx, env: Env, rows: readonly Clocked[]): Promise<void> {
  await send(
    tx,
    env,
    rows.map((row) => ({ caseId: row.id, facts: factsOf(row), event: null })),
  );
}

/** Reads the due instants of cases again, after the clocks moved by themselves. */
export async function refreshDues(tx: Tx, env: Env, caseIds: readonly string[]): Promise<void> {
  await saveDues(tx, await nextDuesOf(tx, caseIds, env.now));
}

async function send(tx: Tx, env: Env, notes: readonly DoorNote[]): Promise<void> {
  for (let start = 0; start < notes.length; start += AT_ONCE) {
    await saveDues(tx, await noteClockEvents(tx, env, notes.slice(start, start + AT_ONCE)));
  }
}

async function saveDues(tx: Tx, dues: Map<string, NextDue | null>): Promise<void> {
  if (dues.size === 0) return;
  const next = [...dues.values()];
  await tx.run(sql`
    UPDATE cases SET next_due_at = d.at, next_due_kind = d.kind, next_warn_at = d.warn_at
    FROM unnest(${[...dues.keys()]}::text[], ${next.map((due) => due?.at ?? null)}::timestamptz[],
      ${next.map((due) => due?.kind ?? null)}::text[], ${next.map((due) => due?.warnAt ?? null)}::timestamptz[])
      AS d(id, at, kind, warn_at)
    WHERE cases.workspace_id = ${tx.workspaceId} AND cases.id = d.id`);
}

/** A policy may name a theme or the branch it grows on. */
function factsOf(row: Clocked): CaseFacts {
  const branch = row.theme?.split('.')[0];
  return {
    channel: row.channel,
    priority: row.priority,
    themeIds: row.theme === null ? [] : [...new Set([row.theme, branch!])],
    productIds: row.product_id === null ? [] : [row.product_id],
    vip: row.vip,
  };
}
