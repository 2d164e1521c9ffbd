// What the page of an ended show reads: how far its record is, the record itself, and its lines around a second.
import type { Env } from '../../../../ground/env.ts';
import { ok, type Result, refuse } from '../../../../kit/result.ts';
import { showOf } from '../../rooms/server/door.ts';
import type { KeptShow } from '../core/record-builder.ts';
import { seqOfSecond } from '../core/second-index.ts';
import { RECORD_VERSION } from '../core/show-record.contract.ts';
import type { FollowupView, ShownLine } from '../core/show-report.contract.ts';
import { shownLineOf } from '../core/shown-line.ts';
import { making, type ReportDeps, startReport } from './report.jobs.ts';
import { type FollowupRow, listFollowups, readReportRow } from './report.store.ts';

export type ReportState = 'ready' | 'making' | 'running';

interface Found {
  state: ReportState;
  progress: { done: number; all: number } | null;
  kept: KeptShow | null;
  followups: FollowupView[];
}

export function followupView(row: FollowupRow): FollowupView {
  return {
    ref: row.ref,
    kind: row.kind,
    caseId: row.case_id,
    voices: row.voices,
    followedAt: row.followed_at.toISOString(),
  };
}

/** Makes a record on first asking, and anew where an older version of the product made it. */
export async function readShowReport(env: Env, deps: ReportDeps, showId: string): Promise<Result<Found, 'not_found'>> {
  const found = await env.db.read(async (tx) => {
    const show = await showOf(tx, showId);
    return show && { show, row: await readReportRow(tx, showId), followups: await listFollowups(tx, showId) };
  });
  if (!found) return refuse('not_found');
  const { show, row } = found;
  const followups = found.followups.map(followupView);
  if (show.state === 'live') return ok({ state: 'running', progress: null, kept: null, followups });
  if (!row || (row.file_id !== null && row.record_version !== RECORD_VERSION))
    await env.db.write((tx) => startReport(tx, showId, env.now));
  if (row?.file_id && row.record_version === RECORD_VERSION)
    return ok({ state: 'ready', progress: null, kept: await deps.kept.read(env.workspace, row.file_id), followups });
  return ok({ state: 'making', progress: { done: making.get(showId) ?? 0, all: show.events }, kept: null, followups });
}

const MOST_LINES = 300;
/** Events read at most for one look: a busy five minutes. */
const MOST_EVENTS = 200_000;
/** Events reach the journal a little after they happened. */
const LATE_MS = 20_000;

export async function readShowLines(
  env: Env,
  deps: ReportDeps,
  input: { showId: string; second: number; seconds: number },
): Promise<Result<{ lines: ShownLine[]; more: boolean }, 'not_found' | 'not_ready'>> {
  const found = await readShowReport(env, deps, input.showId);
  if (!found.ok) return found;
  const { kept } = found.value;
  if (!kept) return refuse('not_ready');
  const from = kept.record.startedAt + input.second * 1000;
  const to = from + input.seconds * 1000;
  const lines: ShownLine[] = [];
  let read = 0;
  let more = false;
  const start = seqOfSecond(kept.seconds, input.second);
  reading: for await (const batch of deps.journal.read(env.workspace, input.showId, { seq: start })) {
    for (const event of batch) {
      read += 1;
      if (event.ts >= to + LATE_MS || read > MOST_EVENTS) break reading;
      if (event.ts < from || event.ts >= to) continue;
      const line = shownLineOf(event);
      if (!line) continue;
      if (lines.length === MOST_LINES) {
        more = true;
        break reading;
      }
      lines.push(line);
    }
  }
  lines.sort((one, other) => one.at - other.at || one.seq - other.seq);
  return ok({ lines, more });
}
