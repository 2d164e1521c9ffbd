// Serves the built console: hashed files for a year, the shell for every address the console knows.
import { existsSync } from 'node:fs';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { packageRoot } from '../../platform/config/package-root.ts';
import { serveScripts } from './script-file.ts';

/** Where the built console lies; tests of the browser may name another build. */
export const consoleRoot = path.resolve(process.env.HUIYIN_CONSOLE || path.join(packageRoot, 'dist', 'console'));

/** Adds the console's files and the scripts for pages of others. Without a build only the API is served. */
export async function serveConsole(app: FastifyInstance): Promise<void> {
  serveScripts(app);
  if (!existsSync(path.join(consoleRoot, 'index.html'))) return;
  await app.register(fastifyStatic, {
    root: consoleRoot,
    preCompressed: true,
    index: false,
    wildcard: false,
    cacheControl: false,
    setHeaders: (response, file) => {
      const hashed = file.includes(`${path.sep}assets${path.sep}`);
      response.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
}

/** A browser that asks for a page gets the console's shell, which knows its own addresses; anybody else is told no. */
export function consoleFallback(request: FastifyRequest, reply: FastifyReply): FastifyReply | null {
  const wantsPage = ['GET', 'HEAD'].includes(request.method) && (request.headers.accept ?? '').includes('text/html');
  if (!wantsPage || request.url.startsWith('/api/') || !('sendFile' in reply)) return null;
  return reply.header('cache-control', 'no-cache').sendFile('index.html');
}
