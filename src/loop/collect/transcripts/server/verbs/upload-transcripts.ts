// Takes a file of sessions over; it is worked through by a job.
import type { Readable } from 'node:stream';
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { newId } from '../../../../../kit/ids.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import { type FileStore, FileTooLarge, safeFileName, saveFileRow } from '../../../../../platform/files/file.store.ts';
import { enqueueJobs } from '../../../../../platform/jobs/job.store.ts';
import { TRANSCRIPT_UPLOAD_LIMIT, type TranscriptImportView } from '../../core/transcript.contract.ts';
import { transcriptsImported } from '../../core/transcript-events.contract.ts';
import { IMPORT_JOB } from '../transcript.jobs.ts';
import { readImport } from '../transcript.reads.ts';
import { insertImport } from '../transcript.store.ts';

/** @param input.isCut tells after reading whether the sender was cut off at a limit */
export async function uploadTranscripts(
  env: Env,
  files: FileStore,
  input: { stream: Readable; fileName: string; mediaType: string; channel: string; isCut: () => boolean },
): Promise<Result<TranscriptImportView, 'forbidden' | 'too_large_transcripts'>> {
  // permit
  if (!may(env.actor, 'import.run')) return refuse('forbidden');
  // load
  let stored: Awaited<ReturnType<FileStore['save']>>;
  try {
    stored = await files.save(env.workspace, input.stream, TRANSCRIPT_UPLOAD_LIMIT);
  } catch (error) {
    if (error instanceof FileTooLarge) return refuse('too_large_transcripts');
    throw error;
  }
  // decide
  if (input.isCut()) {
    await files.remove(env.workspace, stored.id);
    return refuse('too_large_transcripts');
  }
  const id = newId('tim');
  const name = safeFileName(input.fileName);
  try {
    const view = await env.db.write(async (tx) => {
      // save
      const file = { ...stored, purpose: 'transcripts', name, mediaType: input.mediaType.slice(0, 200) };
      await saveFileRow(tx, file, env.now);
      const { name: createdBy } = env.actor;
      await insertImport(tx, {
        id,
        fileId: stored.id,
        fileName: name,
        channel: input.channel,
        createdBy,
        now: env.now,
      });
      await enqueueJobs(tx, [{ kind: IMPORT_JOB, payload: { importId: id }, key: id, runAt: env.now }], env.now);
      // tell
      await tell(tx, env, transcriptsImported, { subject: id, data: { recorded: 0, duplicates: 0, rejected: 0 } });
      return readImport(tx, id);
    });
    return ok(view!);
  } catch (error) {
    await files.remove(env.workspace, stored.id);
    throw error;
  }
}
