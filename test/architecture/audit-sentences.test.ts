// Whatever the product says happened can be read in the audit log: every event has its sentence, in both languages.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');

function types(): string[] {
  const files = readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' });
  const found = files
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .flatMap((file) => [
      ...readFileSync(path.join(root, 'src', file), 'utf8').matchAll(/defineEvent\(\s*'([a-z_]+\.[a-z_]+)'/g),
    ]);
  return [...new Set(found.map((match) => match[1] as string))];
}

it.each(['en', 'zh-CN'])('every event has a sentence in %s', (language) => {
  const file = path.join(root, 'locales', language, 'pagesettings.json');
  const { deed } = JSON.parse(readFileSync(file, 'utf8')) as { deed: Record<string, string> };
  const said = new Set(Object.keys(deed).map((key) => key.replace(/_(one|other)$/, '')));
  const all = types();
  expect(all.length).toBeGreaterThan(150);
  expect(all.filter((type) => !said.has(type.replace('.', '_')))).toEqual([]);
});
