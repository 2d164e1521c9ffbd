// Serves a built script to pages of others: read once, compressed once; who may use what it shows is decided by the routes it calls.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { packageRoot } from '../../platform/config/package-root.ts';

const built = (...parts: string[]) => path.join(packageRoot, 'dist', ...parts);

/** Address → built file. Tests of the browser may name another build of the widget. */
const SCRIPTS: Readonly<Record<string, string>> = {
  '/widget.js': path.resolve(process.env.HUIYIN_WIDGET || built('widget', 'widget.js')),
  '/live.js': built('live', 'live.js'),
  '/live-overlay.js': built('live', 'overlay.js'),
  '/live-player.js': built('live', 'player.js'),
  '/live-prompter.js': built('live', 'prompter.js'),
};

/** Adds the scripts of the widget and of the live rooms; what is not built is not there. */
export function serveScripts(app: FastifyInstance): void {
  for (const [address, file] of Object.entries(SCRIPTS)) if (existsSync(file)) serve(app, address, file);
}

function serve(app: FastifyInstance, address: string, file: string): void {
  const plain = readFileSync(file);
  const small = gzipSync(plain, { level: 9 });
  const tag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 20)}"`;
  app.get(address, (request, reply) => {
    reply.headers({
      'cross-origin-resource-policy': 'cross-origin',
      'access-control-allow-origin': '*',
      'cache-control': 'public, max-age=600, stale-while-revalidate=86400',
      vary: 'accept-encoding',
      etag: tag,
    });
    if (request.headers['if-none-match'] === tag) return reply.code(304).send();
    reply.type('text/javascript; charset=utf-8');
    if (!/\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) return reply.send(plain);
    return reply.header('content-encoding', 'gzip').send(small);
  });
}
