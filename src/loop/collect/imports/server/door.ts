// What the command line may ask of bulk import.
export { errorFile } from './error-file.ts';
export { type DirectImport, importFile } from './import-file.ts';
export { fileSource } from './readers/file-source.ts';
export { ReaderError } from './readers/row-reader.ts';
