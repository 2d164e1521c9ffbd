// Looks once a day whether complaints about some part of some product rise beyond chance, and tells what is new.
import sql from 'sql-template-tag';
import { type Env, systemEnv, tell } from '../../../../ground/env.ts';
import type { Tx, WorkspaceDb } from '../../../../platform/database/database.ts';
import type { EmergingFinding } from '../../../../text/groups/emerging.contract.ts';
import { detectEmerging } from '../../../../text/groups/emerging.ts';
import { dayReader, timeZoneOf } from '../../overview/server/door.ts';
import { type CellDay, cellOf, daysBefore, seriesOf } from '../core/cell-series.ts';
import { describeVoices } from '../core/describe-voices.ts';
import { emergingEnded, emergingFound } from '../core/emerging.contract.ts';
import { readCells, readWhole, usualTexts, voicesOf } from './cell.reads.ts';
import {
  type EmergingRow,
  type FoundRise,
  insertEmerging,
  readKnown,
  refreshEmerging,
  saveState,
  takeTurn,
} from './emerging.store.ts';

const DAY_MS = 86_400_000;
/** A rise that was dismissed is not shown again for so long. */
const QUIET_DAYS = 28;
/** A rise that has not stood out for so many days is over. */
const OVER_AFTER = 14;
/** More rises at once than a person can look at; the surest come first. */
const MOST_FOUND = 20;

/** @returns how many new rises were found; null when the day was looked at already */
export async function sweepShop(db: WorkspaceDb, now: Date): Promise<number | null> {
  const env = systemEnv(db, now, 'emerging');
  return db.write(async (tx) => {
    const dayOf = dayReader(await timeZoneOf(tx));
    const last = daysBefore(dayOf(now.getTime()), 1);
    const known = await readKnown(tx, new Date(now.getTime() - QUIET_DAYS * DAY_MS));
    const cells = await readCells(tx, last);
    // A shop without complaints has not been looked at yet: what it imports today is seen today.
    if (cells.length === 0 && known.length === 0) return 0;
    if (!(await takeTurn(tx, last))) return null;
    const findings = await detect(tx, cells, last);
    const of = new Map(known.map((row) => [nameOf(row), row]));
    let fresh = 0;
    for (const finding of findings) {
      const before = of.get(finding.key);
      of.delete(finding.key);
      if (before?.state === 'dismissed') continue;
      const rise = await describe(tx, finding, last);
      if (before) await refreshEmerging(tx, before.id, rise);
      else {
        await announce(tx, env, rise);
        fresh += 1;
      }
    }
    for (const row of of.values()) if (row.state === 'rising') await end(tx, env, row, last);
    return fresh;
  });
}

const nameOf = (row: Pick<EmergingRow, 'productId' | 'aspect' | 'polarity'>) =>
  `${row.productId ?? ''}|${row.aspect}|${row.polarity}`;

async function detect(tx: Tx, cells: readonly CellDay[], last: string): Promise<EmergingFinding[]> {
  if (cells.length === 0) return [];
  const whole = await readWhole(tx, last);
  return detectEmerging(seriesOf(cells, whole, last))
    .filter((finding) => finding.isEmerging)
    .slice(0, MOST_FOUND);
}

async function describe(tx: Tx, finding: EmergingFinding, last: string): Promise<FoundRise> {
  const cell = cellOf(finding.key);
  const since = daysBefore(last, finding.windowDays - 1);
  const voices = await voicesOf(tx, cell, since, last);
  const words = describeVoices(
    voices.map((voice) => voice.text),
    await usualTexts(tx, since),
  );
  return {
    ...cell,
    since,
    lastDay: last,
    observed: Math.round(finding.observed),
    expected: finding.expected,
    p: finding.p,
    falseAYear: finding.falseAlarmsPerYear,
    phrases: words.phrases,
    voiceId: voices[words.best]?.id ?? null,
    sampleIds: voices.map((voice) => voice.id),
    seenOn: last,
  };
}

async function announce(tx: Tx, env: Env, rise: FoundRise): Promise<void> {
  const id = await insertEmerging(tx, rise, env.now);
  const product = rise.productId
    ? await tx.maybe<{ name: string }>(
        sql`SELECT name FROM products_facts WHERE workspace_id = ${tx.workspaceId} AND id = ${rise.productId}`,
      )
    : undefined;
  const { productId, aspect, polarity, observed, expected, since } = rise;
  await tell(tx, env, emergingFound, {
    subject: id,
    data: { productId, aspect, polarity, productName: product?.name ?? null, observed, expected, since },
  });
}

async function end(tx: Tx, env: Env, row: EmergingRow, last: string): Promise<void> {
  if (row.seenOn > daysBefore(last, OVER_AFTER)) return;
  await saveState(tx, row.id, { state: 'over', endedAt: env.now, endedBy: null, reason: null });
  const { productId, aspect, polarity } = row;
  await tell(tx, env, emergingEnded, { subject: row.id, data: { productId, aspect, polarity } });
}
