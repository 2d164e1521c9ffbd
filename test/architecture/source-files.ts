// Lists the product's own source files for the checks of the house.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '../..');

/** Paths under a folder, relative to the product, of files whose name matches. */
export function listFiles(folder: string, matches: RegExp): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && matches.test(entry.name))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();
}

export function readText(file: string): string {
  return readFileSync(path.join(root, file), 'utf8');
}

/** Source without tests, fixtures and data tables written by a program. */
export function sources(): string[] {
  return listFiles('src', /\.tsx?$/).filter((file) => !/\.(test|fixture)\.tsx?$|\.d\.ts$/.test(file));
}
