// Seals what must not be read from the database alone, and makes keyed hashes to look such values up by.
import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';

export interface Sealer {
  /** AES-256-GCM with a key of its own for each workspace; the text form is `v1.<base64url>`. */
  seal(workspaceId: string, plain: string): string;
  /** @throws when the text was not sealed with this key for this workspace, or was changed */
  open(workspaceId: string, sealed: string): string;
  /** HMAC-SHA-256, 32 hex characters: equal values of one workspace give equal hashes, nobody else can compute them. */
  blindIndex(workspaceId: string, kind: string, value: string): string;
}

/** @param secret at least 32 characters; everything sealed is lost without it */
export function createSealer(secret: string): Sealer {
  const keys = new Map<string, { seal: Buffer; index: Buffer }>();
  const keysOf = (workspaceId: string) => {
    let pair = keys.get(workspaceId);
    if (!pair) {
      const derive = (use: string) => Buffer.from(hkdfSync('sha256', secret, workspaceId, `huiyin/${use}/v1`, 32));
      pair = { seal: derive('seal'), index: derive('index') };
      keys.set(workspaceId, pair);
    }
    return pair;
  };
  return {
    seal(workspaceId, plain) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', keysOf(workspaceId).seal, nonce);
      const body = Buffer.concat([nonce, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]);
      return `v1.${body.toString('base64url')}`;
    },
    open(workspaceId, sealed) {
      const body = Buffer.from(sealed.slice(3), 'base64url');
      if (!sealed.startsWith('v1.') || body.length < 28) throw new Error('not a sealed text');
      const decipher = createDecipheriv('aes-256-gcm', keysOf(workspaceId).seal, body.subarray(0, 12));
      decipher.setAuthTag(body.subarray(body.length - 16));
      return Buffer.concat([decipher.update(body.subarray(12, body.length - 16)), decipher.final()]).toString('utf8');
    },
    blindIndex(workspaceId, kind, value) {
      return createHmac('sha256', keysOf(workspaceId).index).update(`${kind}\n${value}`).digest('hex').slice(0, 32);
    },
  };
}

/** Reads the secret of this installation, making it on first use; the file is readable by its owner only. */
export function loadSecret(given: string | null, dataDir: string): string {
  if (given) return given;
  const file = path.join(dataDir, 'secret.key');
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true });
    writeSecret(file);
  }
  const secret = readFileSync(file, 'utf8').trim();
  if (secret.length < 32) throw new Error(`the secret in ${file} is too short`);
  return secret;
}

/** Makes the file appear whole and flushed, or not at all: what is sealed with a lost secret is lost with it. */
function writeSecret(file: string): void {
  const draft = `${file}.${process.pid}.${randomBytes(6).toString('hex')}`;
  const handle = openSync(draft, 'wx', 0o600);
  try {
    writeSync(handle, `${randomBytes(48).toString('base64url')}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  try {
    // Unlike a rename, a link never replaces: of two processes that start at once the second keeps what the first wrote.
    linkSync(draft, file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // Some disks know no links.
    if (code !== 'EEXIST' && !existsSync(file)) renameSync(draft, file);
  } finally {
    rmSync(draft, { force: true });
  }
  flushFolder(path.dirname(file));
}

function flushFolder(folder: string): void {
  // Windows cannot open a folder; there the file system keeps names itself.
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** A new unguessable token and the hash under which it is kept. */
export function newToken(prefix = ''): { token: string; hash: string } {
  const token = prefix + randomBytes(32).toString('base64url');
  return { token, hash: hashToken(token) };
}

/** SHA-256 of a token, hex: tokens are long and random, so a plain hash is enough. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
