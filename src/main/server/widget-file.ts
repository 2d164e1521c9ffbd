// Serves the widget's script to any page: read once, compressed once; which page may use it is decided by the routes it calls.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { packageRoot } from '../../platform/config/package-root.ts';

/** Where the built widget lies; tests of the browser may name another build. */
export const widgetFile = path.resolve(
  process.env.HUIYIN_WIDGET || path.join(packageRoot, 'dist', 'widget', 'widget.js'),
);

/** Adds `/widget.js`; without a build there is none. */
export function serveWidget(app: FastifyInstance): void {
  if (!existsSync(widgetFile)) return;
  const plain = readFileSync(widgetFile);
  const small = gzipSync(plain, { level: 9 });
  const tag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 20)}"`;
  app.get('/widget.js', (request, reply) => {
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
