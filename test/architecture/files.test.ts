// Files stay small, named by their one reason, in folders whose names say something.
import { describe, expect, it } from 'vitest';
import { listFiles, readText, sources } from './source-files.ts';

const BANNED = ['utils', 'helpers', 'common', 'services', 'managers'];

describe('files', () => {
  const all = sources();

  it('are many enough to be worth checking', () => {
    expect(all.length).toBeGreaterThan(200);
  });

  it('have at most 300 lines, 80 in the middle', () => {
    const lines = all.map((file) => ({ file, count: readText(file).split('\n').length }));
    expect(lines.filter((one) => one.count > 301).map((one) => `${one.count} ${one.file}`)).toEqual([]);
    const counts = lines.map((one) => one.count).sort((one, other) => one - other);
    expect(counts[Math.floor(counts.length / 2)]).toBeLessThanOrEqual(80);
  });

  it('open with a sentence on why they exist', () => {
    const silent = all.filter((file) => !/^(#!.*\n)?(\/\/|\/\*\*?) \S/.test(readText(file)));
    expect(silent).toEqual([]);
  });

  it('are kebab-case with a role suffix and export by name', () => {
    const odd = all.filter((file) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*\.tsx?$/.test(file.split('/').at(-1)!));
    expect(odd).toEqual([]);
    const byDefault = all.filter((file) => /^export default /m.test(readText(file)));
    expect(byDefault).toEqual([]);
  });

  it('lie in no folder that says nothing, and there are no barrels', () => {
    const lost = all.filter((file) => file.split('/').some((part) => BANNED.includes(part)));
    expect(lost).toEqual([]);
    const barrels = all.filter((file) => /(^|\/)index\.tsx?$/.test(file));
    expect(barrels).toEqual([]);
  });

  it('name no outside word for what they are: no work left for later', () => {
    const later = [...all, ...listFiles('test', /\.ts$/)].filter(
      (file) => !file.includes('test/architecture/') && /\b(TODO|FIXME|XXX|HACK)\b/.test(readText(file)),
    );
    expect(later).toEqual([]);
  });
});

describe('a verb', () => {
  const verbs = listFiles('src', /\.ts$/).filter(
    (file) => /\/server\/verbs\/[^/]+\.ts$/.test(file) && !file.endsWith('.test.ts'),
  );

  it('is found', () => expect(verbs.length).toBeGreaterThan(20));

  it('is named by its file', () => {
    const misnamed = verbs.filter((file) => {
      const name = file
        .split('/')
        .at(-1)!
        .replace(/\.ts$/, '')
        .replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
      return !new RegExp(`export (async )?function ${name}\\b`).test(readText(file));
    });
    expect(misnamed).toEqual([]);
  });

  it('takes its steps in order', () => {
    const order = ['permit', 'load', 'decide', 'save', 'tell'];
    const astray = verbs.filter((file) => {
      const steps = [...readText(file).matchAll(/^\s*\/\/ (permit|load|decide|save|tell)\b/gm)].map((match) =>
        order.indexOf(match[1]!),
      );
      return steps.some((step, index) => index > 0 && step < steps[index - 1]!);
    });
    expect(astray).toEqual([]);
  });
});
