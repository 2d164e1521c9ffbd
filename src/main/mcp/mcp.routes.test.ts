// A real protocol client against the endpoint: the tools are there, answer, and see only what the key may see.
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, type TestCaller, testApp } from '../../../test/harness/app.ts';
import { recordFeedbackRoute } from '../../loop/collect/intake/core/feedback.contract.ts';

let app: TestApp;
let url: string;
const open: Client[] = [];

beforeAll(async () => {
  app = await testApp();
  url = await app.product.app.listen({ port: 0, host: '127.0.0.1' });
  await app.as.agent.call(recordFeedbackRoute, {
    body: {
      channel: 'review',
      text: '电话13800138000，收到的面霜漏液，太差了',
      rating: 1,
      person: { externalId: 'u1', name: '林' },
    },
  });
  await app.settle();
});
afterAll(async () => {
  for (const client of open) await client.close();
  await app.close();
});

async function connect(caller: TestCaller): Promise<Client> {
  const client = new Client({ name: 'test', version: '1' });
  const headers = { authorization: `Bearer ${caller.secret}`, 'accept-language': 'en' };
  await client.connect(new StreamableHTTPClientTransport(new URL(`${url}/mcp`), { requestInit: { headers } }));
  open.push(client);
  return client;
}

async function ask(client: Client, name: string, args: Record<string, unknown> = {}) {
  const answer = await client.callTool({ name, arguments: args });
  const [first] = answer.content as { text: string }[];
  return { isError: answer.isError === true, value: JSON.parse(first!.text) };
}

describe('the MCP server', () => {
  it('offers its tools, all of them only reading', async () => {
    const { tools } = await (await connect(app.as.agent)).listTools();
    expect(tools.map((tool) => tool.name)).toEqual(
      expect.arrayContaining(['search_feedback', 'explain_number', 'draft_reply', 'read_case', 'measure']),
    );
    expect(tools.every((tool) => tool.annotations?.readOnlyHint)).toBe(true);
  });

  it('finds feedback, masked', async () => {
    const client = await connect(app.as.viewer);
    const { value } = await ask(client, 'search_feedback', { words: '漏液' });
    expect(value.items).toHaveLength(1);
    expect(value.items[0].text).toContain('[phone]');
    const read = await ask(client, 'read_feedback', { id: value.items[0].id });
    expect(read.value.judgement.sentiment).toBe('negative');
  });

  it('explains a number by its formula, its present value and the sentences behind it', async () => {
    const { value } = await ask(await connect(app.as.analyst), 'explain_number', { metric: 'negative_share' });
    expect(value.formula).not.toBe('');
    expect(value.now.key).toBe('negative_share');
    expect(value.sentences.some((one: { text: string }) => one.text.includes('漏液'))).toBe(true);
  });

  it('drafts a reply for a case and sends nothing', async () => {
    const client = await connect(app.as.agent);
    const { value: cases } = await ask(client, 'list_cases');
    const { value, isError } = await ask(client, 'draft_reply', { caseId: cases.items[0].id });
    expect(isError).toBe(false);
    expect(value.said[0].text).toContain('漏液');
    expect(value.drafts.length).toBeGreaterThan(0);
    expect(await app.db.asOwner('SELECT id FROM mails')).toEqual([]);
  });

  it('sees what the key may see, and nothing of another shop', async () => {
    const host = await connect(app.as.host);
    expect(await ask(host, 'list_cases')).toMatchObject({ isError: true, value: { status: 403 } });
    const stranger = await connect(app.stranger);
    expect((await ask(stranger, 'search_feedback', {})).value.items).toEqual([]);
  });

  it('wants a key', async () => {
    const answer = await fetch(`${url}/mcp`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    expect(answer.status).toBe(401);
  });
});
