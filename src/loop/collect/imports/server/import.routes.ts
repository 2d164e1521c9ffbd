// Binds the import routes to their verbs.
import { Readable } from 'node:stream';
import { tell } from '../../../../ground/env.ts';
import { on } from '../../../../ground/serve.ts';
import { ok, refuse } from '../../../../kit/result.ts';
import { safeFileName } from '../../../../platform/files/file.store.ts';
import { sent } from '../../../../platform/http/mounted-route.ts';
import { translator } from '../../../../platform/i18n/translate.ts';
import * as contract from '../core/import.contract.ts';
import { importErrorsDownloaded } from '../core/import-events.contract.ts';
import { errorFile } from './error-file.ts';
import type { ImportDeps } from './import.jobs.ts';
import { listImports, readImport } from './import.reads.ts';
import { previewImport } from './preview-import.ts';
import { cancelImport } from './verbs/cancel-import.ts';
import { setImportMapping } from './verbs/set-import-mapping.ts';
import { startImport } from './verbs/start-import.ts';
import { uploadImport } from './verbs/upload-import.ts';

/** Routes of bulk import. */
export function importRoutes(deps: ImportDeps) {
  const { files, gate } = deps;
  return [
    on(contract.uploadImportRoute, async ({ env, request }) => {
      if (!request.isMultipart()) return refuse('unsupported_media_type');
      const part = await request.file();
      if (!part) return refuse('invalid', [{ path: 'file', code: 'file_missing' }]);
      return uploadImport(env, files, {
        stream: part.file,
        fileName: part.filename,
        mediaType: part.mimetype,
        isCut: () => part.file.truncated,
      });
    }),
    on(contract.listImportsRoute, async ({ env, query }) => ok(await env.db.read((tx) => listImports(tx, query)))),
    on(contract.getImportRoute, async ({ env, params }) => {
      const found = await env.db.read((tx) => readImport(tx, params.id));
      return found ? ok(found) : refuse('not_found');
    }),
    on(contract.previewImportRoute, ({ env, params, query }) =>
      previewImport(env, files, { importId: params.id, rows: query.rows }),
    ),
    on(contract.setImportMappingRoute, ({ env, params, body }) =>
      setImportMapping(env, files, { importId: params.id, mapping: body }),
    ),
    on(contract.startImportRoute, ({ env, params }) => startImport(env, { importId: params.id })),
    on(contract.cancelImportRoute, ({ env, params }) => cancelImport(env, { importId: params.id })),
    on(contract.downloadImportErrorsRoute, async ({ env, params, query, reply }) => {
      const found = await env.db.read((tx) => readImport(tx, params.id));
      if (!found) return refuse('not_found');
      await env.db.write((tx) =>
        tell(tx, env, importErrorsDownloaded, { subject: found.id, data: { rows: found.errorRows } }),
      );
      const translate = translator(query.locale);
      const lines = errorFile(env, gate.sealer, { importId: found.id, columns: found.columns, translate });
      const name = `${safeFileName(found.fileName).replace(/(\.[A-Za-z0-9]{1,6}){1,2}$/, '')}-${translate('imports:errorFile.name')}.csv`;
      void reply
        .header('content-type', 'text/csv; charset=utf-8')
        .header(
          'content-disposition',
          `attachment; filename="errors.csv"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()]/g, escape)}`,
        )
        .header('x-content-type-options', 'nosniff')
        .send(Readable.from(lines));
      return sent;
    }),
  ];
}
