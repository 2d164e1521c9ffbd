// The console's files are served from their folder and from nowhere else; every page address gets the shell.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

let folder: string;
let app: FastifyInstance;
let port: number;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'huiyin-console-'));
  const root = path.join(folder, 'console');
  mkdirSync(path.join(root, 'assets'), { recursive: true });
  writeFileSync(path.join(folder, 'secret.key'), 'TOP SECRET');
  writeFileSync(path.join(root, 'index.html'), '<!doctype html><title>shell</title>');
  writeFileSync(path.join(root, 'assets', 'main-abc.js'), 'export const a = 1;');
  vi.stubEnv('HUIYIN_CONSOLE', root);
  const { consoleFallback, serveConsole } = await import('../../src/main/server/pages.ts');
  app = Fastify();
  app.setNotFoundHandler((request, reply) => consoleFallback(request, reply) ?? reply.code(404).send('nothing'));
  await serveConsole(app);
  await app.listen({ port: 0, host: '127.0.0.1' });
  port = (app.server.address() as { port: number }).port;
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Asks for an address exactly as written: no client tidies it up. */
function ask(address: string, accept = '*/*', method = 'GET'): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = `${method} ${address} HTTP/1.1\r\nHost: x\r\nAccept: ${accept}\r\nConnection: close\r\n\r\n`;
    const socket = connect(port, '127.0.0.1', () => socket.write(request));
    let text = '';
    socket.on('data', (chunk) => {
      text += chunk;
    });
    socket.on('close', () => resolve(text));
    socket.on('error', reject);
  });
}

describe('files of the console', () => {
  it('are served, hashed ones for a year', async () => {
    const answer = await ask('/assets/main-abc.js');
    expect(answer).toContain('export const a = 1;');
    expect(answer).toMatch(/cache-control: public, max-age=31536000, immutable/);
    expect(await ask('/assets/gone-abc.js')).toContain(' 404 ');
  });

  it.each([
    '/../secret.key',
    '/assets/../../secret.key',
    '/%2e%2e/secret.key',
    '/assets/%2e%2e%2f%2e%2e%2fsecret.key',
    '/..%5csecret.key',
    '/....//secret.key',
    '//secret.key',
    '/assets/main-abc.js%00.html',
    '/%c0%ae%c0%ae/secret.key',
    '/assets/',
    '/assets',
  ])('do not lead out by %s', async (address) => {
    for (const accept of ['*/*', 'text/html']) {
      const answer = await ask(address, accept);
      expect(answer).not.toContain('TOP SECRET');
      expect(answer).not.toMatch(/^location:/im);
    }
  });

  it('give the shell to every page, to browsers only, and also to a HEAD', async () => {
    expect(await ask('/cases/case_1', 'text/html,*/*')).toContain('<title>shell</title>');
    expect(await ask('/cases/case_1')).toContain(' 404 ');
    expect(await ask('/api/v1/nothing', 'text/html')).toContain(' 404 ');
    expect(await ask('/', 'text/html', 'HEAD')).toMatch(/^HTTP\/1.1 200 /);
    expect(await ask('/', 'text/html', 'POST')).toContain(' 404 ');
  });
});
