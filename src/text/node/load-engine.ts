// Loads the shipped weights from the package and makes the engine; the only place of the library that touches files.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { createEngine } from '../engine.ts';
import type { TextEngine } from '../judge.contract.ts';
import { readModel } from '../model.ts';

const loaded = new Map<string, Promise<TextEngine>>();

/**
 * The engine with the weights of `dir` (default: the package's `models/`). Loaded once a folder and then shared.
 * @throws Error when the folder has no readable model.
 */
export function loadEngine(dir: string = modelFolder()): Promise<TextEngine> {
  let engine = loaded.get(dir);
  if (engine === undefined) {
    engine = readFile(join(dir, 'text.bin'))
      .then((bytes) => promisify(gunzip)(bytes))
      .then((bytes) => createEngine(readModel(bytes)));
    engine.catch(() => loaded.delete(dir));
    loaded.set(dir, engine);
  }
  return engine;
}

/** `models/` of the nearest folder upward that has a package.json and a model; works from src/ and from a bundle in dist/. */
export function modelFolder(from: string = dirname(fileURLToPath(import.meta.url))): string {
  let folder = from;
  while (true) {
    const models = join(folder, 'models');
    if (existsSync(join(folder, 'package.json')) && existsSync(join(models, 'text.bin'))) return models;
    const parent = dirname(folder);
    if (parent === folder) throw new Error(`no models folder above ${from}`);
    folder = parent;
  }
}
