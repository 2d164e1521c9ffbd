// Serves the scripts of the live rooms to any page: read once, compressed once; which page may use a room is decided by its routes.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { packageRoot } from '../../platform/config/package-root.ts';

/** Where the built scripts lie. */
const folder = path.join(packageRoot, 'dist', 'live');

/** Address → built file. */
const SCRIPTS = {
  '/live.js': 'live.js',
  '/live-overlay.js': 'overlay.js',
  '/live-player.js': 'player.js',
  '/live-prompter.js': 'prompter.js',
} as const;

/** Adds the scripts; without a build there are none. */
export function serveLive(app: FastifyInstance): void {
  for (const [address, file] of Object.entries(SCRIPTS)) {
    const place = path.join(folder, file);
    if (!existsSync(place)) continue;
    const plain = readFileSync(place);
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
}
