// What the command line may ask of bulk import, and the readers other kinds of files are read with.
export { guessDateOrder, readInstant } from '../core/date-value.ts';
export { errorFile } from './error-file.ts';
export { importKeeper } from './import.keeper.ts';
export { type DirectImport, importFile } from './import-file.ts';
export { bufferSource, fileSource } from './readers/file-source.ts';
export { openReader } from './readers/open-reader.ts';
export { type Checkpoint, ReaderError, type RowReader, type SourceRow } from './readers/row-reader.ts';
