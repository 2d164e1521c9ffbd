// The MCP endpoint: one request, one answer, no session; tools call the API itself with the caller's key.
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { route } from '../../ground/members/core/permission.contract.ts';
import { on } from '../../ground/serve.ts';
import { refuse } from '../../kit/result.ts';
import { sent } from '../../platform/http/mounted-route.ts';
import { createClient } from '../sdk/client.ts';
import { mcpServer } from './tools.ts';

export const mcpRoute = route({
  id: 'mcp',
  method: 'POST',
  path: '/mcp',
  summary: 'Model Context Protocol over streamable HTTP, stateless; a bearer key decides what the tools may see',
  access: 'member',
  body: z.unknown(),
  answer: 'stream',
  ok: z.null(),
  refusals: ['key_needed'],
});

/** Routes of the MCP server. */
export function mcpRoutes() {
  return [
    on(mcpRoute, async ({ request, reply, body, language }) => {
      const key = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
      // A browser's session is not handed to an assistant.
      if (!key) return refuse('key_needed');
      const client = createClient({ url: 'http://huiyin.local', key, retries: 0, fetch: inside(request) });
      const server = mcpServer(client, language);
      const transport = new StreamableHTTPServerTransport({ sessionIdGenerator: undefined, enableJsonResponse: true });
      reply.hijack();
      reply.raw.on('close', () => {
        void transport.close();
        void server.close();
      });
      await server.connect(transport);
      await transport.handleRequest(request.raw, reply.raw, body);
      return sent;
    }),
  ];
}

/** Calls the product without leaving the process; every rule of a request from outside holds. */
function inside(request: FastifyRequest): typeof globalThis.fetch {
  const app: FastifyInstance = request.server;
  return async (address, init) => {
    const url = new URL(String(address));
    const answer = await app.inject({
      method: (init?.method ?? 'GET') as 'GET',
      url: url.pathname + url.search,
      headers: init?.headers as Record<string, string>,
      remoteAddress: request.ip,
      ...(typeof init?.body === 'string' ? { payload: init.body } : {}),
    });
    const isEmpty = answer.statusCode === 204;
    return new Response(isEmpty ? null : answer.body, {
      status: answer.statusCode,
      headers: { 'content-type': String(answer.headers['content-type'] ?? 'application/json') },
    });
  };
}
