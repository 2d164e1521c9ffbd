import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFileStore, type FileStore, FileTooLarge, safeFileName } from './file.store.ts';

const WS = 'ws_0000000000000000000000000a';
let folder: string;
let store: FileStore;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'huiyin-files-'));
  store = createFileStore(path.join(folder, 'files'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const left = () => (existsSync(path.join(folder, 'files', WS)) ? readdirSync(path.join(folder, 'files', WS)) : []);

describe('the file store', () => {
  it('keeps what it was given, says size and hash, and removes it', async () => {
    const words = '评价,评分\n很好,5\n';
    const saved = await store.save(WS, Readable.from([Buffer.from(words)]), 1000);
    expect(saved).toMatchObject({
      bytes: Buffer.byteLength(words),
      sha256: createHash('sha256').update(words).digest('hex'),
    });
    expect(await text(store.read(WS, saved.id))).toBe(words);
    if (process.platform !== 'win32') expect(statSync(store.pathOf(WS, saved.id)).mode & 0o077).toBe(0);
    await store.remove(WS, saved.id);
    await store.remove(WS, saved.id);
    expect(left()).toEqual([]);
  });

  it('takes exactly the limit and leaves nothing behind of one byte more', async () => {
    await store.save(WS, Readable.from([Buffer.alloc(6), Buffer.alloc(4)]), 10);
    expect(left()).toHaveLength(1);
    await expect(store.save(WS, Readable.from([Buffer.alloc(6), Buffer.alloc(5)]), 10)).rejects.toThrow(FileTooLarge);
    expect(left()).toHaveLength(1);
  });

  it('leaves nothing behind of a stream that breaks', async () => {
    async function* broken() {
      yield Buffer.from('half');
      throw new Error('connection lost');
    }
    await expect(store.save(WS, Readable.from(broken()), 1000)).rejects.toThrow('connection lost');
    expect(left()).toEqual([]);
  });

  it.each([
    ['../../etc', 'file_a'],
    [WS, '../../../etc/passwd'],
    [WS, 'file_a/../../x'],
    [WS, 'file_a\0'],
    [WS, 'FILE_A'],
    [WS, ''],
    ['', 'file_a'],
    [`${WS}/`, 'file_a'],
    [WS, 'file_a\n'],
  ])('makes no path of %j and %j', (workspaceId, fileId) => {
    expect(() => store.pathOf(workspaceId, fileId)).toThrow('not a file id');
    expect(() => store.read(workspaceId, fileId)).toThrow('not a file id');
  });

  it('writes under names of its own only', async () => {
    const { id } = await store.save(WS, Readable.from(['x']), 10);
    expect(store.pathOf(WS, id)).toBe(path.join(folder, 'files', WS, id));
    expect(readFileSync(store.pathOf(WS, id), 'utf8')).toBe('x');
  });
});

describe('safeFileName', () => {
  it.each([
    ['评价 2026.csv', '评价 2026.csv'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\me\\评价.xlsx', '评价.xlsx'],
    ['..', 'file'],
    ['.', 'file'],
    ['', 'file'],
    ['   ', 'file'],
    ['/', 'file'],
    ['.htaccess', 'htaccess'],
    [' . .hidden', 'hidden'],
    ['a\u0000b\r\nc.csv', 'abc.csv'],
    ['a\u0085b\u2028c.csv', 'abc.csv'],
    ['invoice\u202efdp.exe', 'invoicefdp.exe'],
    ['a\u061c\u200f\u2066b\ufeff.csv', 'ab.csv'],
    ['<img src=x onerror=alert(1)>.csv', 'img src=x onerror=alert(1).csv'],
    ['"; filename="x.html', '; filename=x.html'],
    ['con|aux?*.csv', 'conaux.csv'],
    ['\ud83d.csv', 'csv'],
  ])('reads %j as %j', (given, wanted) => {
    expect(safeFileName(given)).toBe(wanted);
  });

  it('is at most 200 characters and never half of one', () => {
    const long = safeFileName('😀'.repeat(300));
    expect([...long]).toHaveLength(200);
    expect(long).not.toMatch(/\p{Surrogate}/u);
  });
});
