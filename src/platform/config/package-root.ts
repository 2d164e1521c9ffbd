// Finds the product's own folder, whether it runs from source or from the built bundle.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

function find(): string {
  let folder = path.dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const file = path.join(folder, 'package.json');
    if (existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).name === 'huiyin') return folder;
    const parent = path.dirname(folder);
    if (parent === folder) throw new Error('the product folder was not found');
    folder = parent;
  }
}

/** Absolute path of the folder that holds package.json, migrations, locales and models. */
export const packageRoot = find();

/** The product's version, from package.json. */
export const productVersion: string = JSON.parse(readFileSync(path.join(packageRoot, 'package.json'), 'utf8')).version;
