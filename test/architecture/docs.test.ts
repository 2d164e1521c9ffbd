// The documents stay true: links lead somewhere; settings, commands, routes and permissions are the ones in the code.
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROLES } from '../../src/ground/members/core/permission.contract.ts';
import { matrixRows } from '../../src/ground/members/core/rank.ts';
import { listFiles, readText, root } from './source-files.ts';

const top = readdirSync(root).filter((name) => name.endsWith('.md'));
const pages = [...top, ...['docs', 'src', 'models'].flatMap((folder) => listFiles(folder, /\.md$/))];
/** What people outside the code read. */
const guides = pages.filter((page) =>
  /^(docs\/[^/]+|README.*|ARCHITECTURE|CONTRIBUTING|SECURITY|CHANGELOG)\.md$/.test(page),
);
const words = guides.map(readText).join('\n');

/** GitHub's anchor of a heading. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\- _]/gu, '')
    .trim()
    .replaceAll(' ', '-');
}

function anchorsOf(page: string): string[] {
  return [...readText(page).matchAll(/^#{1,6} (.+)$/gm)].map((match) => anchorOf(match[1]!));
}

describe('links in documents', () => {
  it('lead to a file and a heading that are there', () => {
    const lost: string[] = [];
    let checked = 0;
    for (const page of pages) {
      const text = readText(page).replace(/```[\s\S]*?```/g, '');
      for (const [, target = ''] of text.matchAll(/(?:\]\(|<img src=")([^)\s"]+)[)"]/g)) {
        if (/^[a-z]+:/.test(target)) continue;
        checked += 1;
        const [file = '', anchor] = target.split('#');
        const found = file === '' ? page : path.posix.join(path.posix.dirname(page), file);
        if (!existsSync(path.join(root, found))) lost.push(`${page} → ${target}`);
        else if (anchor && !anchorsOf(found).includes(decodeURIComponent(anchor))) lost.push(`${page} → ${target}`);
      }
    }
    expect(lost).toEqual([]);
    expect(checked).toBeGreaterThan(30);
  });

  it('show pictures of a size a page can carry', () => {
    const heavy = listFiles('docs/pictures', /\.(png|svg)$/).filter(
      (file) => statSync(path.join(root, file)).size > 250 * 1024,
    );
    expect(heavy).toEqual([]);
  });
});

describe('settings', () => {
  const declared = [...readText('src/platform/config/config.ts').matchAll(/^ {2}([A-Z][A-Z0-9_]+): z/gm)].map(
    (match) => match[1]!,
  );
  const read = [
    ...new Set(
      [...listFiles('src/main', /\.ts$/)].flatMap((file) =>
        [...readText(file).matchAll(/process\.env\.([A-Z][A-Z0-9_]+)/g)].map((match) => match[1]!),
      ),
    ),
  ];

  it.each(['docs/admin.md', 'docs/admin.zh-CN.md'])('are all in %s, and no others', (page) => {
    expect(declared.length).toBeGreaterThan(8);
    const table = [...readText(page).matchAll(/^\| `([A-Z][A-Z0-9_]+)` \|/gm)].map((match) => match[1]!);
    expect(table.sort()).toEqual([...new Set([...declared, ...read])].sort());
  });
});

describe('commands', () => {
  const files = listFiles('src/main/cli', /\.ts$/).filter((file) => !file.includes('.test.'));
  const source = files.map(readText).join('\n');

  it('of the command line are explained', () => {
    const names = [...source.matchAll(/(?:new Command|\.command)\('([a-z-]+)'\)/g)].map((match) => match[1]!);
    expect(names).toContain('import');
    const silent = names.filter(
      (name) => name !== 'huiyin' && !new RegExp(`huiyin\\.js (?:[a-z]+ )?${name}\\b`).test(words),
    );
    expect(silent).toEqual([]);
  });

  it('take the options that are explained, and all of them are', () => {
    const options = [...source.matchAll(/(?:\.option\(|new Option\()\s*'(--[a-z-]+)/g)].map((match) => match[1]!);
    const told = new Set(
      words
        .split('\n')
        .filter((line) => line.includes('huiyin.js') || /^\| `--/.test(line))
        .flatMap((line) => [...line.matchAll(/(?<![\w-])--[a-z][a-z-]+/g)].map((match) => match[0]))
        .filter((option) => option !== '--version'),
    );
    expect(options.filter((option) => !told.has(option))).toEqual([]);
    expect([...told].filter((option) => !options.includes(option))).toEqual([]);
  });

  it('of npm are there', () => {
    const scripts = Object.keys((JSON.parse(readText('package.json')) as { scripts: object }).scripts);
    const named = [...words.matchAll(/npm run ([a-z:]+)/g)].map((match) => match[1]!);
    expect(named.filter((name) => !scripts.includes(name))).toEqual([]);
  });
});

describe('addresses', () => {
  it('of the API named in documents are in its description', () => {
    const api = JSON.parse(readText('openapi.json')) as { paths: Record<string, Record<string, unknown>> };
    const known = Object.entries(api.paths).map(([route, verbs]) => ({
      pattern: new RegExp(`^${route.replace(/\{[^}]+\}/g, '[^/]+')}$`),
      verbs: Object.keys(verbs).map((verb) => verb.toUpperCase()),
    }));
    const wrong: string[] = [];
    for (const [, verb, address] of words.matchAll(
      /(?:\b(GET|POST|PUT|PATCH|DELETE) )?(\/api\/v1\/[\w:/.{}-]*[\w}])/g,
    )) {
      const there = known.some(({ pattern, verbs }) => pattern.test(address!) && (!verb || verbs.includes(verb)));
      if (!there) wrong.push(`${verb ?? ''} ${address}`);
    }
    expect(wrong).toEqual([]);
  });
});

describe('roles', () => {
  const rows = [
    `| permission | ${ROLES.join(' | ')} |`,
    `|---|${ROLES.map(() => ':-:|').join('')}`,
    ...matrixRows().map(
      ({ permission, roles }) =>
        `| \`${permission}\` | ${ROLES.map((role) => (roles.includes(role) ? '✓' : '')).join(' | ')} |`,
    ),
  ];
  const between = /(<!-- matrix -->\n)[\s\S]*?(<!-- \/matrix -->)/;

  it.each(['docs/admin.md', 'docs/admin.zh-CN.md'])('may in %s what they may in the code', (page) => {
    const text = readText(page);
    // HUIYIN_WRITE_DOCS=1 writes the table anew instead of comparing it.
    if (process.env.HUIYIN_WRITE_DOCS) {
      writeFileSync(
        path.join(root, page),
        text.replace(between, (_all, open, close) => `${open}${rows.join('\n')}\n${close}`),
      );
    }
    expect(readText(page).match(between)?.[0].split('\n').slice(1, -1)).toEqual(rows);
  });
});

describe('folders', () => {
  it('of features have a page that says what they are', () => {
    const features = [
      ...['loop', 'engage'].flatMap((floor) =>
        listFiles('src', /\.tsx?$/)
          .filter((file) => file.startsWith(`src/${floor}/`))
          .map((file) => file.split('/').slice(0, 4).join('/')),
      ),
      ...listFiles('src/ground', /\.tsx?$/)
        .filter((file) => file.split('/').length > 3)
        .map((file) => file.split('/').slice(0, 3).join('/')),
      ...['kit', 'text', 'platform', 'ui', 'main'].map((floor) => `src/${floor}`),
    ];
    const silent = [...new Set(features)].filter((folder) => !existsSync(path.join(root, folder, 'README.md')));
    expect(silent).toEqual([]);
  });
});
