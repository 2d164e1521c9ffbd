// What a start does on a fresh clone harms nothing that is not its own.
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'set-up-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('installs nothing through a link, so that the folder it leads to keeps what it holds', async () => {
  const [clone, others] = [path.join(folder, 'clone'), path.join(folder, 'others')];
  mkdirSync(path.join(others, 'a-package'), { recursive: true });
  mkdirSync(path.join(clone, 'scripts'), { recursive: true });
  cpSync('scripts/set-up.js', path.join(clone, 'scripts', 'set-up.js'));
  const empty = { name: 'clone', version: '0.0.0', type: 'module' };
  writeFileSync(path.join(clone, 'package.json'), JSON.stringify(empty));
  writeFileSync(path.join(clone, 'package-lock.json'), JSON.stringify({ ...empty, lockfileVersion: 3, packages: {} }));
  symlinkSync(others, path.join(clone, 'node_modules'));
  const { ensureInstalled } = await import(pathToFileURL(path.join(clone, 'scripts', 'set-up.js')).href);
  await expect(ensureInstalled(false)).rejects.toThrow(/is a link.*符号链接/);
  expect(readdirSync(others)).toEqual(['a-package']);
  expect(readdirSync(clone).sort()).toEqual(['node_modules', 'package-lock.json', 'package.json', 'scripts']);
});
