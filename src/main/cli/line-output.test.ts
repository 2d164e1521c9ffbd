import { spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeWhole } from './draft-file.ts';
import { isSameFile } from './file-words.ts';
import { writeTo } from './line-output.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'output-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const modeOf = (file: string) => statSync(file).mode & 0o777;

describe('a file that is written', () => {
  it('has its name only when it is whole, also behind a link', async () => {
    const [file, link] = [join(folder, 'out'), join(folder, 'link')];
    writeFileSync(file, 'old');
    symlinkSync(file, link);
    await writeTo(link, async (write) => {
      await write('new\n');
      expect(readFileSync(file, 'utf8')).toBe('old');
    });
    expect(readFileSync(link, 'utf8')).toBe('new\n');
    expect(readdirSync(folder).sort()).toEqual(['link', 'out']);
  });

  it('touches nothing that has a name like its unfinished self, nor what a link of such a name leads to', async () => {
    const [input, part] = [join(folder, 'input'), join(folder, 'out.part')];
    writeFileSync(input, 'precious');
    symlinkSync(input, part);
    await writeTo(join(folder, 'out'), (write) => write('new\n'));
    expect(readFileSync(input, 'utf8')).toBe('precious');
    expect(readFileSync(part, 'utf8')).toBe('precious');
    expect(readFileSync(join(folder, 'out'), 'utf8')).toBe('new\n');
  });

  it('is whole also when two write it at once: the last one stays', async () => {
    const file = join(folder, 'out.gz');
    const write = (word: string, times: number) =>
      writeTo(file, async (put) => {
        for (let count = 0; count < times; count += 1) await put(word.repeat(9999));
      });
    await Promise.all([write('a', 20), write('b', 40)]);
    expect(gunzipSync(readFileSync(file)).toString()).toMatch(/^(a{199980}|b{399960})$/);
    expect(readdirSync(folder)).toEqual(['out.gz']);
  });

  it('leaves nothing behind when the work fails, and the older file as it was', async () => {
    const file = join(folder, 'out');
    writeFileSync(file, 'old');
    const failing = writeTo(file, async (write) => {
      await write('half');
      throw new Error('cut short');
    });
    await expect(failing).rejects.toThrow('cut short');
    expect(readFileSync(file, 'utf8')).toBe('old');
    expect(readdirSync(folder)).toEqual(['out']);
  });

  it('keeps the mode of the file it replaces, and follows the umask where there was none', async () => {
    const [fresh, old, weights] = [join(folder, 'fresh'), join(folder, 'old'), join(folder, 'weights')];
    writeFileSync(old, '');
    chmodSync(old, 0o640);
    for (const file of [fresh, old]) await writeTo(file, (write) => write('x'));
    writeWhole(weights, 'x');
    const usual = 0o666 & ~process.umask();
    expect([fresh, old, weights].map(modeOf)).toEqual([usual, 0o640, usual]);
  });

  it('is removed when the program is told to stop', async () => {
    const file = join(folder, 'out');
    const source = `import { writeTo } from ${JSON.stringify(new URL('./line-output.ts', import.meta.url).href)};
      await writeTo(${JSON.stringify(file)}, async (write) => {
        await write('half');
        process.stdout.write('ready');
        await new Promise((resolve) => setTimeout(resolve, 60000));
      });`;
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', source]);
    await new Promise((resolve) => child.stdout.once('data', resolve));
    expect(readdirSync(folder)).toHaveLength(1);
    child.kill('SIGTERM');
    const signal = await new Promise((resolve) => child.once('close', (_code, name) => resolve(name)));
    expect(signal).toBe('SIGTERM');
    expect(readdirSync(folder)).toEqual([]);
  });
});

it('says in words where nothing can be written', async () => {
  const nothing = async () => {};
  writeFileSync(join(folder, 'file'), '');
  await expect(writeTo(folder, nothing)).rejects.toThrow(/^--out: .* is a folder, not a file/);
  await expect(writeTo(join(folder, 'none', 'out'), nothing)).rejects.toThrow(/^--out: there is no folder .*none/);
  await expect(writeTo(join(folder, 'file', 'out'), nothing)).rejects.toThrow(/^--out: .*file is a file/);
  await expect(writeTo('', nothing)).rejects.toThrow(/names no file/);
  expect(existsSync(join(folder, 'none'))).toBe(false);
});

it('knows one file by two names', () => {
  const [one, two] = [join(folder, 'one'), join(folder, 'two')];
  writeFileSync(one, '');
  expect(isSameFile(one, two)).toBe(false);
  linkSync(one, two);
  expect(isSameFile(one, two)).toBe(true);
});
