// Loads the shipped weights from the package and makes the engine; the only place of the library that touches files.
import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createGunzip } from 'node:zlib';
import type { ShopWeights } from '../adapt/adapt.contract.ts';
import { readShop } from '../adapt/shop-bytes.ts';
import { createEngine } from '../engine.ts';
import type { TextEngine } from '../judge.contract.ts';
import { ModelReader, type TextModel } from '../model.ts';

/** Head and tail of an empty gzip file. */
const GZIP_LEAST = 18;

const loaded = new Map<string, Promise<TextEngine>>();

/**
 * The engine with the weights of `dir` (default: the package's `models/`). Loaded once a folder and then shared.
 * @throws Error when the folder has no readable model.
 */
export function loadEngine(dir: string = modelFolder()): Promise<TextEngine> {
  let engine = loaded.get(dir);
  if (engine === undefined) {
    engine = loadModel(dir).then((model) => createEngine(model));
    engine.catch(() => loaded.delete(dir));
    loaded.set(dir, engine);
  }
  return engine;
}

/** The weights of `dir` (default: the package's `models/`), read afresh. @throws Error when the folder has no readable model. */
export async function loadModel(dir: string = modelFolder()): Promise<TextModel> {
  const file = join(dir, 'text.bin');
  const bytes = await bytesOf(file);
  // A gzip file ends with the length of what is in it.
  const reader = new ModelReader(bytes.length < GZIP_LEAST ? 0 : bytes.readUInt32LE(bytes.length - 4));
  const gunzip = createGunzip({ chunkSize: 1 << 16 });
  gunzip.end(bytes);
  try {
    for await (const part of gunzip) reader.push(part as Buffer);
    return reader.end();
  } catch (error) {
    throw new Error(`${file} is damaged or holds no weights: ${(error as Error).message}`);
  }
}

/**
 * What a shop has taught, from `shop.bin` of a folder or from a file of that kind.
 * @throws Error when there is none, or when it is damaged.
 */
export async function loadShop(path: string): Promise<ShopWeights> {
  const file = (await isFolder(path)) ? join(path, 'shop.bin') : path;
  const bytes = await bytesOf(file);
  try {
    return readShop(bytes);
  } catch (error) {
    throw new Error(`${file} cannot be used: ${(error as Error).message}`);
  }
}

/**
 * The engine as a shop has taught it, from the folder that `adapt` wrote: on the weights in there when it was taught on others
 * than the shipped ones.
 * @throws Error when the folder holds no shop, a damaged one, or one of another base.
 */
export async function loadShopEngine(dir: string): Promise<TextEngine> {
  const own = (await isFolder(dir)) && existsSync(join(dir, 'text.bin'));
  return createEngine(await loadModel(own ? dir : modelFolder()), await loadShop(dir));
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

const isMissing = (error: unknown) => ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '');

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    throw isMissing(error) ? new Error(`there is no folder and no file ${path}`) : error;
  }
}

async function bytesOf(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (error) {
    throw isMissing(error) ? new Error(`there is no ${basename(file)} in ${dirname(file)}`) : error;
  }
}
