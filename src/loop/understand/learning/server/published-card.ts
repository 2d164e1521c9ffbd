// Reads the published figures of the engine as it is delivered; they come with the package.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { packageRoot } from '../../../../platform/config/package-root.ts';

/** Where they may lie: the reader's language first, then the fuller one. */
const PLACES = ['docs/accuracy.md', 'models/model-card.md'];
const IN_CHINESE = 'docs/accuracy.zh-CN.md';

/** Null where the package was shipped without them. */
export async function publishedCard(language: 'en' | 'zh-CN'): Promise<string | null> {
  for (const place of language === 'zh-CN' ? [IN_CHINESE, ...PLACES] : PLACES) {
    const text = await readFile(path.join(packageRoot, place), 'utf8').catch(() => null);
    if (text !== null) return text;
  }
  return null;
}
