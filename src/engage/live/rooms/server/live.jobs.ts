// What goes on behind the rooms: viewers are taken out of journals, journals are removed after their time.
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import sql from 'sql-template-tag';
import { systemEnv, tell } from '../../../../ground/env.ts';
import type { WorkspaceDb } from '../../../../platform/database/database.ts';
import { dropFileRows, saveFileRow } from '../../../../platform/files/file.store.ts';
import type { JobKind, Recurring } from '../../../../platform/jobs/job-runner.ts';
import type { Log } from '../../../../platform/log/log.ts';
import { forgetViewer } from '../core/forget-viewer.ts';
import { liveJournalRemoved } from '../core/room-events.contract.ts';
import { archiveSegment, fileRow } from './journal/archive-segment.ts';
import { journalFolder, openFiles, removeFolder } from './journal/journal-folder.ts';
import { type JournalPlace, readSegment } from './journal/read-journal.ts';
import { dropSegments, listSegments, replaceSegmentFile } from './journal/segment.store.ts';
import { FORGET_JOB, type ForgetPayload } from './live.keeper.ts';
import { showOf } from './room.reads.ts';
import { KEEP_DAYS_AT_FIRST } from './settings.store.ts';

export interface LiveJobDeps extends JournalPlace {
  log: Log;
  now: () => Date;
  /** Somebody was taken out of a journal: what was made of it before quotes him still. */
  rewritten?: (db: WorkspaceDb, showId: string) => Promise<void>;
}

const HOUR_MS = 3_600_000;
const MOST_BYTES = 256 * 1024 * 1024;
const SHOWS_AT_ONCE = 100;

export function liveJobs(deps: LiveJobDeps): JobKind<never>[] {
  const kind: JobKind<ForgetPayload> = {
    kind: FORGET_JOB,
    async run(job) {
      const { showId, uids } = job.payload;
      const show = await job.db.read((tx) => showOf(tx, showId));
      if (!show) return;
      // The open file of a running show is not rewritten under the hands of who writes it.
      if (show.state === 'live') return job.again(new Date(job.now.getTime() + HOUR_MS));
      await archiveLeft(deps, job.db.workspaceId, showId);
      for (const row of await job.db.read((tx) => listSegments(tx, showId)))
        await rewrite(deps, job.db.workspaceId, showId, row, new Set(uids));
      await deps.rewritten?.(job.db, showId);
    },
  };
  return [kind as JobKind<never>];
}

async function rewrite(
  deps: LiveJobDeps,
  workspaceId: string,
  showId: string,
  row: { first_seq: number; file_id: string },
  uids: ReadonlySet<string>,
): Promise<void> {
  let isHeldIn = false;
  async function* lines() {
    for await (const { events } of readSegment(deps, workspaceId, row.file_id)) {
      const kept = events.map((event) => forgetViewer(event, uids));
      if (kept.some((event, at) => event !== events[at])) isHeldIn = true;
      yield kept.map((event) => `${JSON.stringify(event)}\n`).join('');
    }
  }
  const saved = await deps.files.save(workspaceId, Readable.from(lines()).pipe(createGzip()), MOST_BYTES);
  if (!isHeldIn) return deps.files.remove(workspaceId, saved.id);
  await deps.database.workspace(workspaceId).write(async (tx) => {
    await saveFileRow(tx, fileRow(showId, row.first_seq, saved), deps.now());
    await replaceSegmentFile(tx, showId, row.first_seq, saved);
    await dropFileRows(tx, [row.file_id]);
  });
  await deps.files.remove(workspaceId, row.file_id);
}

/** Parts of an ended show that could not be archived at the time. */
async function archiveLeft(deps: LiveJobDeps, workspaceId: string, showId: string): Promise<void> {
  const db = deps.database.workspace(workspaceId);
  for (const file of await openFiles(journalFolder(deps.dataDir, workspaceId, showId)))
    await archiveSegment({ db, files: deps.files, now: deps.now }, showId, file);
}

/** Removes journals older than their workspace keeps them. @returns how many shows lost theirs */
export async function removeOldJournals(deps: LiveJobDeps, now: Date): Promise<number> {
  const old = await deps.database.machine.rows<{ workspace_id: string; id: string }>(sql`
    SELECT s.workspace_id, s.id FROM live_shows s LEFT JOIN live_settings k ON k.workspace_id = s.workspace_id
    WHERE s.state = 'ended' AND s.journal_gone_at IS NULL
      AND s.ended_at < ${now}::timestamptz - make_interval(days => coalesce(k.keep_days, ${KEEP_DAYS_AT_FIRST}))
    ORDER BY s.id LIMIT ${SHOWS_AT_ONCE}`);
  for (const workspaceId of new Set(old.map((row) => row.workspace_id))) {
    const shows = old.filter((row) => row.workspace_id === workspaceId).map((row) => row.id);
    const db = deps.database.workspace(workspaceId);
    const fileIds = await db.write(async (tx) => {
      const dropped: string[] = [];
      for (const showId of shows) dropped.push(...(await dropSegments(tx, showId)));
      await dropFileRows(tx, dropped);
      await tx.run(sql`
        UPDATE live_shows SET journal_gone_at = ${now} WHERE workspace_id = ${tx.workspaceId} AND id = ANY(${shows}::text[])`);
      const env = systemEnv(db, now, 'live');
      await tell(tx, env, liveJournalRemoved, { subject: null, data: { shows: shows.length } });
      return dropped;
    });
    for (const fileId of fileIds) await deps.files.remove(workspaceId, fileId);
    for (const showId of shows) await removeFolder(journalFolder(deps.dataDir, workspaceId, showId));
  }
  return old.length;
}

/** Folders of shows that are gone (a workspace was removed), and of ended shows whose parts are all archived. */
export async function tidyFolders(deps: LiveJobDeps): Promise<void> {
  const root = path.join(deps.dataDir, 'live');
  const list = (folder: string) => readdir(folder).catch(() => [] as string[]);
  for (const workspaceId of (await list(root)).filter((name) => /^ws_[0-9a-z]+$/.test(name))) {
    const folders = (await list(path.join(root, workspaceId))).filter((name) => /^show_[0-9a-z]+$/.test(name));
    const known = await deps.database.machine.rows<{ id: string; state: string }>(sql`
      SELECT id, state FROM live_shows WHERE workspace_id = ${workspaceId} AND id = ANY(${folders}::text[])`);
    const states = new Map(known.map((row) => [row.id, row.state]));
    for (const showId of folders) {
      const state = states.get(showId);
      if (state === 'live') continue;
      if (state === 'ended') await archiveLeft(deps, workspaceId, showId);
      await removeFolder(journalFolder(deps.dataDir, workspaceId, showId));
    }
  }
}

export function liveSweeps(deps: LiveJobDeps): Recurring[] {
  return [
    {
      name: 'live.journals',
      everyMs: 6 * HOUR_MS,
      run: async (now) => {
        await removeOldJournals(deps, now);
        await tidyFolders(deps);
      },
    },
  ];
}
