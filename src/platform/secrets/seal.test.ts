import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSealer, hashToken, loadSecret, newToken } from './seal.ts';

const SECRET = 'a'.repeat(32);
const sealer = createSealer(SECRET);
const WS = 'ws_a';

describe('sealing', () => {
  it.each(['', '13800138000', '林小满 🧣', 'x'.repeat(100_000)])('opens what it sealed', (plain) => {
    const sealed = sealer.seal(WS, plain);
    expect(sealed).toMatch(/^v1\.[\w-]+$/);
    if (plain) expect(sealed).not.toContain(plain);
    expect(sealer.open(WS, sealed)).toBe(plain);
    expect(createSealer(SECRET).open(WS, sealed)).toBe(plain);
  });

  it('never gives the same text twice', () => {
    expect(sealer.seal(WS, 'same')).not.toBe(sealer.seal(WS, 'same'));
  });

  it('opens for no other workspace and with no other secret', () => {
    const sealed = sealer.seal(WS, 'words');
    expect(() => sealer.open('ws_b', sealed)).toThrow();
    expect(() => createSealer('b'.repeat(32)).open(WS, sealed)).toThrow();
  });

  it('notices every changed byte: nonce, words and tag', () => {
    const body = Buffer.from(sealer.seal(WS, 'words').slice(3), 'base64url');
    for (let index = 0; index < body.length; index += 1) {
      const changed = Buffer.from(body);
      changed[index] = changed[index]! ^ 1;
      expect(() => sealer.open(WS, `v1.${changed.toString('base64url')}`)).toThrow();
    }
    for (let length = 0; length < body.length; length += 1)
      expect(() => sealer.open(WS, `v1.${body.subarray(0, length).toString('base64url')}`)).toThrow();
  });

  it.each(['', 'v1.', 'words', 'v2.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'])(
    'takes %j for no sealed text',
    (text) => {
      expect(() => sealer.open(WS, text)).toThrow('not a sealed text');
    },
  );
});

describe('blind index', () => {
  it('is the same for the same value of one workspace and kind only', () => {
    const index = sealer.blindIndex(WS, 'order', 'A1');
    expect(index).toMatch(/^[0-9a-f]{32}$/);
    expect(createSealer(SECRET).blindIndex(WS, 'order', 'A1')).toBe(index);
    const others = [
      sealer.blindIndex('ws_b', 'order', 'A1'),
      sealer.blindIndex(WS, 'identity/phone', 'A1'),
      sealer.blindIndex(WS, 'order', 'A2'),
      createSealer('b'.repeat(32)).blindIndex(WS, 'order', 'A1'),
    ];
    expect(new Set([index, ...others]).size).toBe(5);
  });
});

describe('tokens', () => {
  it('are long, unlike each other, and known by their hash', () => {
    const made = Array.from({ length: 100 }, () => newToken('hyk_'));
    expect(new Set(made.map((one) => one.token)).size).toBe(100);
    for (const { token, hash } of made) {
      expect(token).toMatch(/^hyk_[\w-]{43}$/);
      expect(hash).toBe(hashToken(token));
      expect(hash).not.toContain(token.slice(4));
    }
  });
});

describe('the secret of an installation', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'huiyin-secret-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is made once, whole, for its owner only, and leaves no draft behind', () => {
    const dataDir = path.join(folder, 'new', 'data');
    const secret = loadSecret(null, dataDir);
    expect(secret.length).toBeGreaterThanOrEqual(64);
    expect(loadSecret(null, dataDir)).toBe(secret);
    expect(readdirSync(dataDir)).toEqual(['secret.key']);
    if (process.platform !== 'win32') expect(statSync(path.join(dataDir, 'secret.key')).mode & 0o777).toBe(0o600);
  });

  it('given from outside is used as it is and written nowhere', () => {
    expect(loadSecret(SECRET, folder)).toBe(SECRET);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('too short is refused with the name of the file, not with the secret', () => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, 'secret.key'), 'short-secret\n');
    expect(() => loadSecret(null, folder)).toThrow(/secret\.key is too short/);
    expect(() => loadSecret(null, folder)).not.toThrow(/short-secret/);
  });

  it('is the same for processes that start at once', async () => {
    const start = `
      const { workerData, parentPort } = require('node:worker_threads');
      import('tsx/esm/api').then(({ tsImport }) => tsImport(workerData.module, workerData.module)).then(({ loadSecret }) => {
        parentPort.postMessage('ready');
        Atomics.wait(workerData.gate, 0, 0);
        try { parentPort.postMessage({ secret: loadSecret(null, workerData.folder) }); }
        catch (error) { parentPort.postMessage({ error: String(error) }); }
      });`;
    for (let round = 0; round < 2; round += 1) {
      const gate = new Int32Array(new SharedArrayBuffer(4));
      const dataDir = path.join(folder, String(round));
      const module = new URL('./seal.ts', import.meta.url).href;
      let ready = 0;
      const starts = Array.from(
        { length: 4 },
        () =>
          new Promise<{ secret?: string; error?: string }>((resolve, reject) => {
            const worker = new Worker(start, { eval: true, workerData: { module, folder: dataDir, gate } });
            worker.on('error', reject);
            worker.on('message', (message) => {
              if (message !== 'ready') return resolve(message);
              ready += 1;
              if (ready < 4) return;
              Atomics.store(gate, 0, 1);
              Atomics.notify(gate, 0);
            });
          }),
      );
      const found = await Promise.all(starts);
      expect(found.map((one) => one.error)).toEqual([undefined, undefined, undefined, undefined]);
      expect(new Set(found.map((one) => one.secret)).size).toBe(1);
      expect(readFileSync(path.join(dataDir, 'secret.key'), 'utf8').trim()).toBe(found[0]!.secret);
      expect(readdirSync(dataDir)).toEqual(['secret.key']);
    }
  });
});
