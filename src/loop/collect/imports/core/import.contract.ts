// Bulk import as others may know it: ids, states, counts, the column mapping and the routes.
import { z } from 'zod';
import { route } from '../../../../ground/members/core/permission.contract.ts';
import { pageOf, pageQuery } from '../../../../kit/cursor.ts';
import type { Id } from '../../../../kit/ids.ts';
import { CHANNELS } from '../../intake/core/feedback.contract.ts';

export type ImportId = Id<'imp'>;

/** uploaded (a person should look at the mapping) or mapped → running → done | failed | cancelled; the last two may run on from where they stopped. */
export const IMPORT_STATES = ['uploaded', 'mapped', 'running', 'done', 'failed', 'cancelled'] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

export const IMPORT_FORMATS = ['csv', 'tsv', 'jsonl', 'xlsx'] as const;
export type ImportFormat = (typeof IMPORT_FORMATS)[number];

/** What a column of the file can be said to hold. */
export const MAP_TARGETS = [
  'text',
  'title',
  'rating',
  'sentimentHint',
  'externalId',
  'product',
  'sku',
  'customer',
  'customerId',
  'email',
  'phone',
  'orderNo',
  'occurredAt',
  'channel',
  'locale',
  'sellerReply',
  'followUp',
  'followUpAt',
] as const;
export type MapTarget = (typeof MAP_TARGETS)[number];

/** Known file layouts. `marketplace_zh` is a Chinese shop's review export, `formbricks_hub` that product's record format. */
export const IMPORT_PROFILES = ['generic', 'marketplace_zh', 'formbricks_hub'] as const;
export type ImportProfile = (typeof IMPORT_PROFILES)[number];

/** How a rating column counts: 1-5 (also words and star signs), 1/0, −1/0/1, 0-10 or 0-100. */
export const RATING_SCALES = ['stars', 'binary', 'sign', 'ten', 'hundred'] as const;
export type RatingScale = (typeof RATING_SCALES)[number];

/** Which part comes first in dates such as 01/02/2026. */
export const DATE_ORDERS = ['mdy', 'dmy'] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

/** Which column feeds which part of a feedback. Columns that nothing claims are kept in `meta.columns`. */
export const importMapping = z
  .object({
    profile: z.enum(IMPORT_PROFILES).default('generic'),
    columns: z.partialRecord(z.enum(MAP_TARGETS), z.string().min(1).max(300)),
    ratingScale: z.enum(RATING_SCALES).default('stars'),
    dateOrder: z.enum(DATE_ORDERS).default('mdy'),
    /** Channel of every row that names none itself. */
    channel: z.enum(CHANNELS).default('review'),
    /** Product of every row that names none itself. */
    product: z.string().trim().min(1).max(300).optional(),
  })
  .meta({ id: 'ImportMapping' });
export type ImportMapping = z.output<typeof importMapping>;

/** A mapping as said by hand: what is left out is read off the file. */
export const importMappingInput = importMapping.extend({
  profile: z.enum(IMPORT_PROFILES).optional(),
  ratingScale: z.enum(RATING_SCALES).optional(),
  dateOrder: z.enum(DATE_ORDERS).optional(),
});
export type ImportMappingInput = z.output<typeof importMappingInput>;

/** Why a row could not be taken. Reader codes come first, mapping codes after; the gate adds its own. */
export const ROW_ERRORS = [
  'bad_encoding',
  'stray_quote',
  'unclosed_quote',
  'too_few_columns',
  'too_many_columns',
  'nul_character',
  'field_too_long',
  'line_too_long',
  'bad_json',
  'not_an_object',
  'text_missing',
  'text_too_long',
  'rating_unreadable',
  'date_unreadable',
  'external_id_too_long',
  'refused_at_gate',
] as const;
export type RowErrorCode = (typeof ROW_ERRORS)[number];

/** Why a whole file could not be read, or could not be read to its end. */
export const FILE_ERRORS = [
  'file_missing',
  'file_empty',
  'file_damaged',
  'file_too_large',
  'format_unknown',
  'xls_not_supported',
  'file_encrypted',
  'zip_too_many_entries',
  'zip_bomb',
  'xlsx_no_sheet',
  'xlsx_sheet_not_found',
  'xlsx_entities',
  'xlsx_strings_too_large',
  'columns_missing',
] as const;
export type FileErrorCode = (typeof FILE_ERRORS)[number];

export const importCounts = z.object({
  /** Data rows read so far, good or bad. A row with a follow-up review may give two feedback. */
  read: z.number().int(),
  recorded: z.number().int(),
  duplicates: z.number().int(),
  rejected: z.number().int(),
  quarantined: z.number().int(),
});
export type ImportCounts = z.output<typeof importCounts>;

export const NO_COUNTS: ImportCounts = { read: 0, recorded: 0, duplicates: 0, rejected: 0, quarantined: 0 };

export const importView = z
  .object({
    id: z.string(),
    fileName: z.string(),
    sizeBytes: z.number(),
    format: z.enum(IMPORT_FORMATS),
    encoding: z.string(),
    state: z.enum(IMPORT_STATES),
    columns: z.array(z.string()),
    mapping: importMapping,
    /** How the mapping came about: guessed from the columns, remembered from an earlier file, or set by hand. */
    mappingSource: z.enum(['guessed', 'remembered', 'set']),
    counts: importCounts,
    /** Part of the file read, 0-1. */
    progress: z.number().min(0).max(1),
    rowsPerSecond: z.number().nullable(),
    errorRows: z.number().int(),
    /** Why it failed; `internal` = through no fault of the file. */
    failure: z.enum([...FILE_ERRORS, 'internal']).nullable(),
    createdAt: z.string(),
    startedAt: z.string().nullable(),
    finishedAt: z.string().nullable(),
    createdBy: z.string().nullable(),
  })
  .meta({ id: 'Import' });
export type ImportView = z.output<typeof importView>;

/** One row of the preview: as the file has it, and what would become of it. */
export const previewRow = z.object({
  row: z.number().int(),
  fields: z.record(z.string(), z.string()),
  feedback: z.array(z.record(z.string(), z.unknown())),
  errors: z.array(z.object({ field: z.string().nullable(), code: z.enum(ROW_ERRORS) })),
});

export const importPreview = z
  .object({
    columns: z.array(z.string()),
    mapping: importMapping,
    confidence: z.number().min(0).max(1),
    rows: z.array(previewRow),
  })
  .meta({ id: 'ImportPreview' });
export type ImportPreview = z.output<typeof importPreview>;

/** Largest upload through the browser, in bytes. */
export const IMPORT_UPLOAD_LIMIT = 2 * 1024 * 1024 * 1024;

const idParam = z.object({ id: z.string() });

export const uploadImportRoute = route({
  id: 'uploadImport',
  method: 'POST',
  path: '/api/v1/imports',
  summary:
    'Hand over a CSV, TSV, JSONL or XLSX file (multipart field `file`; text kinds may be gzipped); answers with a guessed mapping',
  access: 'import.run',
  bodyKind: 'multipart',
  bodyLimit: IMPORT_UPLOAD_LIMIT,
  ok: importView,
  status: 201,
  refusals: ['file_unreadable', 'too_large_file', 'unsupported_media_type'],
});

export const listImportsRoute = route({
  id: 'listImports',
  method: 'GET',
  path: '/api/v1/imports',
  summary: 'Imports, newest first',
  access: 'import.read',
  query: pageQuery,
  ok: pageOf(importView),
});

export const getImportRoute = route({
  id: 'getImport',
  method: 'GET',
  path: '/api/v1/imports/:id',
  summary: 'One import with its counts and progress',
  access: 'import.read',
  params: idParam,
  ok: importView,
  refusals: ['not_found'],
});

export const previewImportRoute = route({
  id: 'previewImport',
  method: 'GET',
  path: '/api/v1/imports/:id/preview',
  summary: 'The first rows as they would be recorded under the present mapping',
  access: 'import.read',
  params: idParam,
  query: z.object({ rows: z.coerce.number().int().min(1).max(100).default(20) }),
  ok: importPreview,
  refusals: ['not_found', 'file_unreadable'],
});

export const setImportMappingRoute = route({
  id: 'setImportMapping',
  method: 'PUT',
  path: '/api/v1/imports/:id/mapping',
  summary: 'Say which column holds what; remembered for the next file with the same columns',
  access: 'import.run',
  params: idParam,
  body: importMappingInput,
  ok: importView,
  refusals: [
    'not_found',
    'file_unreadable',
    'missing_text_column',
    'unknown_column',
    'already_running',
    'already_done',
  ],
});

export const startImportRoute = route({
  id: 'startImport',
  method: 'POST',
  path: '/api/v1/imports/:id/run',
  summary: 'Start the import, or go on with a failed or cancelled one from where it stopped',
  access: 'import.run',
  params: idParam,
  ok: importView,
  status: 202,
  refusals: [
    'not_found',
    'missing_text_column',
    'unknown_column',
    'already_running',
    'already_done',
    'file_unreadable',
  ],
});

export const cancelImportRoute = route({
  id: 'cancelImport',
  method: 'DELETE',
  path: '/api/v1/imports/:id/run',
  summary: 'Stop the import after the rows in hand; what is recorded stays',
  access: 'import.run',
  params: idParam,
  ok: importView,
  refusals: ['not_found', 'not_running'],
});

export const downloadImportErrorsRoute = route({
  id: 'downloadImportErrors',
  method: 'GET',
  path: '/api/v1/imports/:id/errors',
  summary: 'The rows that were not taken, as CSV with row, reason and the original columns',
  access: 'import.read',
  params: idParam,
  query: z.object({ locale: z.enum(['zh-CN', 'en']).default('zh-CN') }),
  ok: z.unknown(),
  answer: 'file',
  refusals: ['not_found'],
});

export const importRoutes = [
  uploadImportRoute,
  listImportsRoute,
  getImportRoute,
  previewImportRoute,
  setImportMappingRoute,
  startImportRoute,
  cancelImportRoute,
  downloadImportErrorsRoute,
] as const;
