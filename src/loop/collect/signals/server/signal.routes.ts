// Binds the routes of signals, connected shops and files of signals.
import { on, onPublic } from '../../../../ground/serve.ts';
import { ok, refuse } from '../../../../kit/result.ts';
import type { Database } from '../../../../platform/database/database.ts';
import type { FileStore } from '../../../../platform/files/file.store.ts';
import type { Sealer } from '../../../../platform/secrets/seal.ts';
import * as shops from '../core/shop-source.contract.ts';
import * as files from '../core/signal-import.contract.ts';
import * as contract from '../core/signal-routes.contract.ts';
import { personOrders } from './person-orders.reads.ts';
import { recordSignalBatch } from './record-signals.ts';
import { listShopDeliveries, listShopSources } from './shop-source.reads.ts';
import { listSignals, signalDays, sourcesInUse } from './signal.reads.ts';
import type { SignalDesk } from './signal-desk.ts';
import { importViewOf, listSignalImports, readSignalImport } from './signal-import.reads.ts';
import { changeShopSource } from './verbs/change-shop-source.ts';
import { createShopSource } from './verbs/create-shop-source.ts';
import { receiveShopWebhook } from './verbs/receive-shop-webhook.ts';
import { rotateShopSecret } from './verbs/rotate-shop-secret.ts';
import { runSignalImport } from './verbs/run-signal-import.ts';
import { uploadSignals } from './verbs/upload-signals.ts';

export interface SignalDeps {
  database: Database;
  sealer: Sealer;
  files: FileStore;
  desk: SignalDesk;
}

const MOST_DAYS = 400;

/** Routes of signals. */
export function signalRoutes(deps: SignalDeps) {
  const { sealer, desk } = deps;
  return [
    on(contract.recordSignalRoute, async ({ env, body }) => {
      const outcome = await desk.recordOne(env, body);
      if (outcome.outcome === 'rejected')
        return refuse('invalid', outcome.errors ?? [{ path: '', code: outcome.reason ?? 'other' }]);
      return ok(outcome);
    }),
    on(contract.recordSignalBatchRoute, async ({ env, body }) =>
      ok(await env.db.write((tx) => recordSignalBatch(tx, env, sealer, body.items))),
    ),
    on(contract.listSignalsRoute, async ({ env, query }) =>
      ok(await env.db.read((tx) => listSignals(tx, sealer, query))),
    ),
    on(contract.listSignalSourcesInUseRoute, async ({ env }) =>
      ok({ items: await env.db.read((tx) => sourcesInUse(tx, env.now)) }),
    ),
    on(contract.personOrdersRoute, async ({ env, params, query }) => {
      const found = await env.db.read((tx) => personOrders(tx, params.id, query.limit));
      return found ? ok(found) : refuse('not_found');
    }),
    on(contract.signalDaysRoute, async ({ env, query }) => {
      const days = (Date.parse(query.to) - Date.parse(query.from)) / 86_400_000;
      if (days < 0 || days > MOST_DAYS) return refuse('invalid_period', [{ path: 'to', code: 'invalid_period' }]);
      return ok({ days: await env.db.read((tx) => signalDays(tx, query)) });
    }),
    on(shops.listShopSourcesRoute, async ({ env, query }) => ok(await env.db.read((tx) => listShopSources(tx, query)))),
    on(shops.createShopSourceRoute, ({ env, body }) => createShopSource(env, sealer, body)),
    on(shops.changeShopSourceRoute, ({ env, params, body }) => changeShopSource(env, { ...body, sourceId: params.id })),
    on(shops.rotateShopSecretRoute, ({ env, params, body }) =>
      rotateShopSecret(env, sealer, { sourceId: params.id, secret: body.secret }),
    ),
    on(shops.listShopDeliveriesRoute, async ({ env, params, query }) =>
      ok(await env.db.read((tx) => listShopDeliveries(tx, params.id, query))),
    ),
    onPublic(shops.receiveShopRoute, ({ params, request, now }) =>
      receiveShopWebhook(deps, now, { sourceId: params.id, headers: request.headers, body: request.body as Buffer }),
    ),
    on(files.uploadSignalsRoute, async ({ env, request }) => {
      if (!request.isMultipart()) return refuse('unsupported_media_type');
      const part = await request.file();
      if (!part) return refuse('invalid', [{ path: 'file', code: 'file_missing' }]);
      return uploadSignals(env, deps, {
        stream: part.file,
        fileName: part.filename,
        mediaType: part.mimetype,
        isCut: () => part.file.truncated,
      });
    }),
    on(files.runSignalImportRoute, ({ env, params, body }) =>
      runSignalImport(env, { importId: params.id, mapping: body }),
    ),
    on(files.getSignalImportRoute, async ({ env, params }) => {
      const found = await env.db.read((tx) => readSignalImport(tx, params.id));
      return found ? ok(importViewOf(found)) : refuse('not_found');
    }),
    on(files.listSignalImportsRoute, async ({ env, query }) =>
      ok(await env.db.read((tx) => listSignalImports(tx, query))),
    ),
  ];
}
