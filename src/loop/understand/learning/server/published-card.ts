// Reads the published figures of the engine as it is delivered; they come with the package.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { packageRoot } from '../../../../platform/config/package-root.ts';

/** Where they may lie, the fuller one first. */
const PLACES = ['docs/accuracy.md', 'models/model-card.md'];

/** Null where the package was shipped without them. */
export async function publishedCard(): Promise<string | null> {
  for (const place of PLACES) {
    const text = await readFile(path.join(packageRoot, place), 'utf8').catch(() => null);
    if (text !== null) return text;
  }
  return null;
}
