// A file of signals: which column holds what, how far it has come, and the rows that could not be taken.
import { z } from 'zod';
import { route } from '../../../../ground/members/core/permission.contract.ts';
import { pageOf, pageQuery } from '../../../../kit/cursor.ts';
import { SIGNAL_KINDS } from './signal.contract.ts';

export const SIGNAL_TARGETS = [
  'externalId',
  'kind',
  'occurredAt',
  'orderNo',
  'sku',
  'product',
  'qty',
  'amount',
  'currency',
  'size',
  'sizeTo',
  'reason',
  'customer',
  'customerId',
  'email',
  'phone',
] as const;
export type SignalTarget = (typeof SIGNAL_TARGETS)[number];

export const signalMapping = z
  .object({
    columns: z.partialRecord(z.enum(SIGNAL_TARGETS), z.string().min(1).max(300)),
    /** Kind of every row that names none itself. */
    kind: z.enum(SIGNAL_KINDS).default('order_placed'),
    /** Currency of every row that names none itself. */
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/, 'currency_unreadable')
      .default('CNY'),
    /** Which part comes first in dates such as 01/02/2026. */
    dateOrder: z.enum(['mdy', 'dmy']).default('mdy'),
    source: z
      .string()
      .regex(/^[A-Za-z0-9._-]{1,60}$/, 'source_unreadable')
      .default('file'),
  })
  .meta({ id: 'SignalMapping' });
export type SignalMapping = z.output<typeof signalMapping>;

export const SIGNAL_IMPORT_STATES = ['uploaded', 'running', 'done', 'failed'] as const;

export const signalImportView = z
  .object({
    id: z.string(),
    fileName: z.string(),
    sizeBytes: z.number(),
    columns: z.array(z.string()),
    mapping: signalMapping,
    state: z.enum(SIGNAL_IMPORT_STATES),
    read: z.number(),
    recorded: z.number(),
    duplicates: z.number(),
    rejected: z.number(),
    /** Part of the file read, 0-1. */
    progress: z.number(),
    failure: z.string().nullable(),
    /** The first 100 rows that could not be taken: the line in the file, the column at fault, why. */
    errors: z.array(z.object({ line: z.number(), field: z.string().nullable(), code: z.string() })),
    /** The first rows as they would be recorded; only while `uploaded`. */
    preview: z.array(
      z.object({ line: z.number(), signal: z.record(z.string(), z.unknown()).nullable(), code: z.string().nullable() }),
    ),
    createdAt: z.string(),
    finishedAt: z.string().nullable(),
  })
  .meta({ id: 'SignalImport' });
export type SignalImportView = z.output<typeof signalImportView>;

const idParam = z.object({ id: z.string().max(60) });

export const uploadSignalsRoute = route({
  id: 'uploadSignals',
  method: 'POST',
  path: '/api/v1/signal-imports',
  summary:
    'Hand over a CSV, TSV, JSONL or XLSX file of signals (multipart field `file`); answers with a guessed mapping',
  access: 'signal.edit',
  bodyKind: 'multipart',
  bodyLimit: 1024 * 1024 * 1024,
  ok: signalImportView,
  status: 201,
  refusals: ['file_unreadable', 'too_large_file', 'unsupported_media_type'],
});
export const runSignalImportRoute = route({
  id: 'runSignalImport',
  method: 'POST',
  path: '/api/v1/signal-imports/:id/run',
  summary: 'Take the rows of the file in, with this mapping',
  access: 'signal.edit',
  params: idParam,
  body: signalMapping,
  ok: signalImportView,
  status: 202,
  refusals: ['not_found', 'already_running', 'already_done', 'unknown_column', 'missing_column', 'file_unreadable'],
});
export const getSignalImportRoute = route({
  id: 'getSignalImport',
  method: 'GET',
  path: '/api/v1/signal-imports/:id',
  summary: 'One file of signals with its counts and the rows not taken',
  access: 'signal.read',
  params: idParam,
  ok: signalImportView,
  refusals: ['not_found'],
});
export const listSignalImportsRoute = route({
  id: 'listSignalImports',
  method: 'GET',
  path: '/api/v1/signal-imports',
  summary: 'Files of signals, newest first',
  access: 'signal.read',
  query: pageQuery,
  ok: pageOf(signalImportView),
});

export const signalImportRoutes = [
  uploadSignalsRoute,
  runSignalImportRoute,
  getSignalImportRoute,
  listSignalImportsRoute,
] as const;
