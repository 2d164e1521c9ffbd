// What bulk import tells the product.
import { z } from 'zod';
import { defineEvent } from '../../../../kit/event.ts';
import { FILE_ERRORS, importCounts } from './import.contract.ts';

export const importUploaded = defineEvent('import.uploaded', z.object({ fileName: z.string(), sizeBytes: z.number() }));
export const importMapped = defineEvent('import.mapped', z.object({ columns: z.record(z.string(), z.string()) }));
export const importStarted = defineEvent('import.started', z.object({ fromRow: z.number().int() }));
export const importFinished = defineEvent('import.finished', importCounts);
export const importFailed = defineEvent(
  'import.failed',
  z.object({ failure: z.enum([...FILE_ERRORS, 'internal']), counts: importCounts }),
);
export const importCancelled = defineEvent('import.cancelled', importCounts);
/** The rows that were not taken left the product as they came, personal data and all. */
export const importErrorsDownloaded = defineEvent('import.errors_downloaded', z.object({ rows: z.number().int() }));

/** Name under which open browsers hear that an import moved on; no event of record. */
export const IMPORT_PROGRESSED = 'import.progressed';
