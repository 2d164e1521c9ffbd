// Binds the routes of transcripts.
import { may } from '../../../../ground/members/core/actor.contract.ts';
import { on } from '../../../../ground/serve.ts';
import { ok, refuse } from '../../../../kit/result.ts';
import * as contract from '../core/transcript.contract.ts';
import { recordTranscripts } from './record-transcripts.ts';
import type { TranscriptDeps } from './transcript.jobs.ts';
import { listImports, listTranscripts, readTranscript } from './transcript.reads.ts';
import { uploadTranscripts } from './verbs/upload-transcripts.ts';

export function transcriptMountedRoutes(deps: TranscriptDeps) {
  return [
    on(contract.recordTranscriptsRoute, async ({ env, body }) => {
      if (!may(env.actor, 'feedback.write')) return refuse('forbidden');
      const results = await env.db.write((tx) => recordTranscripts(tx, env, deps.gate, body.items));
      const count = (outcome: string) => results.filter((one) => one.outcome === outcome).length;
      return ok({
        recorded: count('recorded'),
        duplicates: count('duplicate'),
        rejected: count('rejected'),
        results,
      });
    }),
    on(contract.listTranscriptsRoute, async ({ env, query }) =>
      ok(await env.db.read((tx) => listTranscripts(tx, query))),
    ),
    on(contract.getTranscriptRoute, async ({ env, params }) => {
      const found = await env.db.read((tx) => readTranscript(tx, params.id));
      return found ? ok(found) : refuse('not_found');
    }),
    on(contract.uploadTranscriptsRoute, async ({ env, query, request }) => {
      if (!request.isMultipart()) return refuse('unsupported_media_type');
      const part = await request.file();
      if (!part) return refuse('invalid', [{ path: 'file', code: 'file_missing' }]);
      return uploadTranscripts(env, deps.files, {
        stream: part.file,
        fileName: part.filename,
        mediaType: part.mimetype,
        channel: query.channel,
        isCut: () => part.file.truncated,
      });
    }),
    on(contract.listTranscriptImportsRoute, async ({ env, query }) =>
      ok(await env.db.read((tx) => listImports(tx, query))),
    ),
  ];
}
