import type { FastifyRequest } from 'fastify';
import { describe, expect, it } from 'vitest';
import { isForeign } from './origin-guard.ts';

const ask = (method: string, headers: Record<string, string>, cookie: boolean) =>
  isForeign({ method, headers, host: 'shop.example:4870' } as unknown as FastifyRequest, cookie);

describe('isForeign', () => {
  it.each(['GET', 'HEAD', 'OPTIONS'])('lets %s through: it changes nothing', (method) => {
    expect(ask(method, { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }, true)).toBe(false);
  });

  it.each([
    [{ 'sec-fetch-site': 'same-origin' }, true, false],
    [{ 'sec-fetch-site': 'none' }, true, false],
    [{ 'sec-fetch-site': 'same-site' }, true, true],
    [{ 'sec-fetch-site': 'cross-site' }, true, true],
    [{ 'sec-fetch-site': 'cross-site', origin: 'http://shop.example:4870' }, true, true],
    // Signing somebody in as somebody else needs no cookie.
    [{ 'sec-fetch-site': 'cross-site' }, false, true],
    [{ origin: 'http://shop.example:4870' }, true, false],
    [{ origin: 'http://shop.example' }, true, true],
    [{ origin: 'http://shop.example:4870.evil.example' }, true, true],
    [{ origin: 'null' }, true, true],
    [{ origin: '' }, true, true],
    [{}, true, true],
    // A server of a shop: no browser, no cookie.
    [{}, false, false],
    [{ origin: 'https://elsewhere.example' }, false, false],
    [{ authorization: 'Bearer hyk_x', 'sec-fetch-site': 'cross-site' }, true, false],
    [{ authorization: 'Basic eDp5', 'sec-fetch-site': 'cross-site' }, true, true],
    [{ authorization: 'Bearer ', origin: 'https://evil.example' }, true, true],
  ])('%j with cookie %s: %s', (headers, cookie, foreign) => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
      expect(ask(method, headers as Record<string, string>, cookie)).toBe(foreign);
  });
});
