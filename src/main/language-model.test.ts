import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it, vi } from 'vitest';
import { connectedLanguageModel } from './language-model.ts';

afterEach(() => vi.unstubAllEnvs());

it.each([
  ['not-a-url', /HUIYIN_LLM_URL is not a web address/],
  ['ftp://llm.example.com', /HUIYIN_LLM_URL is not a web address/],
  ['http://llm.example.com/v1', /HUIYIN_LLM_URL must begin with https/],
  ['https://127.0.0.1:9/v1', /HUIYIN_LLM_URL leads into a private network/],
  ['https://169.254.169.254/latest', /HUIYIN_LLM_URL leads into a private network/],
])('refuses %s at once, naming the setting', async (url, sentence) => {
  vi.stubEnv('HUIYIN_LLM_URL', url);
  await expect(connectedLanguageModel()).rejects.toThrow(sentence);
});

it('asks a private server that is named, and nobody while none is set', async () => {
  vi.stubEnv('HUIYIN_LLM_URL', '');
  expect(await connectedLanguageModel()).toBeNull();
  const server = createServer((_, response) => response.writeHead(401).end('{}'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  vi.stubEnv('HUIYIN_LLM_URL', `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`);
  vi.stubEnv('HUIYIN_PRIVATE_HOSTS', '127.0.0.1');
  const model = await connectedLanguageModel();
  const question = { name: 'one', system: '', user: '', schema: {}, maxTokens: 1 };
  expect(await model?.ask(question)).toEqual({ ok: false, reason: 'refused', status: 401 });
  server.close();
});
