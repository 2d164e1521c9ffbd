// Makes records of shows in the background: when a show has ended, and when somebody asks for one that is not there.
import { systemEnv, tell } from '../../../../ground/env.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import type { Reaction } from '../../../../platform/events/reaction-runner.ts';
import { dropFileRows } from '../../../../platform/files/file.store.ts';
import { enqueueJobs } from '../../../../platform/jobs/job.store.ts';
import type { JobKind, JobRun } from '../../../../platform/jobs/job-runner.ts';
import { liveEnded } from '../../rooms/core/room-events.contract.ts';
import type { JournalReader } from '../../rooms/server/door.ts';
import { readShelf, showOf } from '../../rooms/server/door.ts';
import { RECORD_VERSION } from '../core/show-record.contract.ts';
import { liveReportMade } from '../core/show-report.contract.ts';
import type { KeptShows } from './kept-show.ts';
import { type MakeAnalyser, makeRecord } from './make-record.ts';
import { askForReport, saveReport } from './report.store.ts';

export const MAKE_REPORT = 'live.report';
/** Pushed to browsers while a record is being made. */
export const REPORT_PROGRESSED = 'live.report_progressed';

export interface ReportDeps {
  kept: KeptShows;
  journal: JournalReader;
  /** Reads the language model when first asked. */
  loadMaker(): Promise<MakeAnalyser>;
  push(workspaceId: string, type: string, subject: string | null): void;
}

const PUSH_EVERY = 20_000;

/** Events read of the record that is being made in this process, by show. */
export const making = new Map<string, number>();

/** Asks for a show's record and the work that makes it, once however often. */
export async function startReport(tx: Tx, showId: string, now: Date): Promise<void> {
  await askForReport(tx, showId, RECORD_VERSION, now);
  await enqueueJobs(tx, [{ kind: MAKE_REPORT, key: showId, payload: { showId }, runAt: now }], now);
}

export function reportReactions(): Reaction[] {
  return [
    {
      name: 'live.report',
      on: [liveEnded.type],
      async run({ tx, events, now }) {
        for (const event of events) if (event.subject) await startReport(tx, event.subject, now);
      },
    },
  ];
}

export function reportJobs(deps: ReportDeps): JobKind<never>[] {
  const make: JobKind<{ showId: string }> = { kind: MAKE_REPORT, run: (job) => makeReport(deps, job) };
  return [make as JobKind<never>];
}

async function makeReport(deps: ReportDeps, job: JobRun<{ showId: string }>): Promise<void> {
  const { showId } = job.payload;
  const { workspaceId } = job.db;
  const found = await job.db.read(async (tx) => {
    const show = await showOf(tx, showId);
    return show && { show, shelf: await readShelf(tx, show.roomId) };
  });
  if (found?.show.state !== 'ended') return;
  const { show, shelf } = found;
  const head = {
    roomId: show.roomId,
    showId,
    title: show.title,
    isSimulated: show.isSimulated,
    startedAt: Date.parse(show.startedAt),
  };
  let pushed = 0;
  try {
    const makeAnalyser = await deps.loadMaker();
    const made = await makeRecord(head, shelf, deps.journal.read(workspaceId, showId), makeAnalyser, async (events) => {
      making.set(showId, events);
      if (events - pushed < PUSH_EVERY) return true;
      pushed = events;
      deps.push(workspaceId, REPORT_PROGRESSED, showId);
      return job.alive();
    });
    // The product is stopping: it is made anew after the next start.
    if (!made) return job.again(job.now);
    const file = await deps.kept.write(workspaceId, made);
    const before = await job.db.write(async (tx) => {
      await job.finish(tx);
      const now = new Date(job.now);
      await file.saveRow(tx, now);
      const old = await saveReport(
        tx,
        { showId, fileId: file.fileId, version: RECORD_VERSION, events: made.events, bytes: file.bytes },
        now,
      );
      if (old) await dropFileRows(tx, [old]);
      const env = systemEnv(job.db, job.now, 'live');
      await tell(tx, env, liveReportMade, { subject: showId, data: { events: made.events } });
      return old;
    });
    if (before) await deps.kept.remove(workspaceId, before);
  } finally {
    making.delete(showId);
  }
}
