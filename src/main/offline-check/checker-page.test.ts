// A saved checker runs its own script and no other, and finds every sentence it says within itself.
import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { build, fileField, textField } from './checker-page.ts';

const page = build(
  {
    folder: 'check',
    title: 'offline.title',
    lead: 'offline.lead',
    fields: textField('key', 'offline.key', 'offline.keyHint') + fileField('file', 'offline.choose'),
    style: '.own{}',
    namespace: 'evidence',
    sentences: ({ offline }) => ({ offline }),
  },
  'const ends = "</script>";\n',
);

it('allows the script it carries and nothing from a network', () => {
  const script = page.match(/<script>(.*)<\/script><\/body>/s)![1]!;
  expect(script).toBe('const ends = "<\\/script>";');
  expect(page).toContain(`script-src 'sha256-${createHash('sha256').update(script).digest('base64')}'`);
  expect(page).toContain("default-src 'none'");
  expect(page).not.toMatch(/https?:/);
});

it('carries the sentences its fields name, in both languages', () => {
  const carried = JSON.parse(page.match(/id="sentences">(.*?)<\/script>/s)![1]!);
  const named = [...page.matchAll(/data-(?:say|hint)="offline\.(\w+)"/g)].map((one) => one[1]!);
  expect(named).toEqual(expect.arrayContaining(['title', 'lead', 'key', 'keyHint', 'choose']));
  for (const language of ['en', 'zh-CN']) {
    for (const key of named) expect(carried[language].offline[key], `${language} ${key}`).toEqual(expect.any(String));
  }
});
