import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Judgement, TextEngine } from '../judge.contract.ts';
import { nameTopic } from '../llm/name-topic.ts';
import { secondOpinion } from '../llm/second-opinion.ts';
import { summarise } from '../llm/summarise.ts';
import { createLlmClient, type LlmSettings } from './llm-client.ts';
import { loadEngine } from './load-engine.ts';

let engine: TextEngine;
let server: Server | null = null;
let asked: { model: string; messages: { content: string }[]; response_format: { type: string } }[] = [];

beforeAll(async () => {
  engine = await loadEngine();
});
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = null;
  asked = [];
});

/** A model that answers as told. */
async function model(answer: (response: ServerResponse, call: number) => void, settings: Partial<LlmSettings> = {}) {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (piece) => {
      body += piece;
    });
    request.on('end', () => {
      asked.push(JSON.parse(body));
      answer(response, asked.length);
    });
  });
  await new Promise<void>((resolve) => server!.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return createLlmClient({ url: `http://127.0.0.1:${port}/v1/`, model: 'small', timeoutMs: 2000, ...settings });
}

const says = (content: unknown) => (response: ServerResponse) =>
  response.end(
    JSON.stringify({
      choices: [{ message: { content: typeof content === 'string' ? content : JSON.stringify(content) } }],
    }),
  );

const GOOD = {
  sentiment: 'negative',
  intents: ['complain'],
  aspects: [{ aspect: 'service', polarity: -1 }],
  urgency: null,
};
const TEXT = '客服电话13812345678打了没人接';
const judged = (): Judgement => engine.judge(TEXT);

describe('a second opinion', () => {
  it('settles a label and never sees personal data', async () => {
    const before = judged();
    const { judgement, opinion, refusal } = await secondOpinion(await model(says(GOOD)), TEXT, before);
    expect(refusal).toBeNull();
    expect(opinion).toEqual(GOOD);
    expect(judgement).toMatchObject({ intents: ['complain'], sentiment: { label: 'negative' } });
    expect(judgement.engine).toBe(`${before.engine}+llm:small`);
    expect(JSON.stringify(asked)).not.toContain('13812345678');
    expect(JSON.stringify(asked)).toContain('[phone]');
    expect(asked[0]!.response_format.type).toBe('json_schema');
  });

  it.each<[string, (response: ServerResponse) => void, string]>([
    ['an error', (response) => response.writeHead(500).end('no'), 'refused'],
    ['no JSON', (response) => response.end('<html>'), 'nonsense'],
    ['prose', says('I think it is negative.'), 'nonsense'],
    ['an unknown label', says({ ...GOOD, sentiment: 'angry' }), 'nonsense'],
    ['a missing field', says({ sentiment: 'negative' }), 'nonsense'],
    ['three intents', says({ ...GOOD, intents: ['ask', 'buy', 'praise'] }), 'nonsense'],
    ['a list', says([GOOD]), 'nonsense'],
    ['an unknown aspect', says({ ...GOOD, aspects: [{ aspect: 'weather', polarity: 1 }] }), 'nonsense'],
    ['a cut answer', says('{"sentiment":"nega'), 'nonsense'],
    ['a hung-up line', (response) => response.destroy(), 'unreachable'],
    ['a redirect', (response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(), 'unreachable'],
    ['an endless answer', (response) => response.end('x'.repeat(300_000)), 'nonsense'],
  ])('leaves the judgement as it was after %s', async (_, answer, reason) => {
    const before = judged();
    const copy = structuredClone(before);
    const { judgement, opinion, refusal } = await secondOpinion(await model(answer), TEXT, before);
    expect(judgement).toBe(before);
    expect(before).toEqual(copy);
    expect([opinion, refusal]).toEqual([null, reason]);
  });

  it('does not wait longer than told', async () => {
    const port = await model(() => {}, { timeoutMs: 50 });
    expect((await secondOpinion(port, TEXT, judged())).refusal).toBe('timed_out');
  });

  it('stops asking when the day is spent, and begins anew the next', async () => {
    let now = 0;
    const port = await model(says(GOOD), { perDay: 2, now: () => now });
    const reasons = [];
    for (let call = 0; call < 3; call += 1) reasons.push((await secondOpinion(port, TEXT, judged())).refusal);
    expect(reasons).toEqual([null, null, 'budget_spent']);
    expect(asked).toHaveLength(2);
    now = 86_400_000;
    expect((await secondOpinion(port, TEXT, judged())).refusal).toBeNull();
  });

  it('asks once more in words where schemas are not known', async () => {
    const port = await model((response, call) =>
      call === 1 ? response.writeHead(400).end('{}') : says(GOOD)(response),
    );
    expect((await secondOpinion(port, TEXT, judged())).refusal).toBeNull();
    expect(asked.map((one) => one.response_format.type)).toEqual(['json_schema', 'json_object']);
    expect(asked[1]!.messages[0]!.content).toContain('JSON Schema');
  });

  it('never takes an alarm back', async () => {
    const text = '用了你家面膜脸上过敏了，又红又肿，去了医院';
    const before = engine.judge(text);
    expect(before.urgency.level).toBe('high');
    const port = await model(says({ sentiment: 'positive', intents: ['praise'], aspects: [], urgency: null }));
    const { judgement } = await secondOpinion(port, text, before);
    expect(judgement).toMatchObject({ class: 'urgent', urgency: before.urgency });
  });
});

describe('names and summaries', () => {
  it('takes a plain name and refuses any other', async () => {
    expect(
      await nameTopic(await model(says({ zh: '发货太慢', en: 'Slow dispatch' })), ['怎么还不发货'], ['发货']),
    ).toEqual({
      zh: '发货太慢',
      en: 'Slow dispatch',
    });
    for (const wrong of [
      { zh: 'Slow', en: 'Slow' },
      { zh: '<b>慢</b>', en: 'Slow' },
      { zh: '慢'.repeat(30), en: 'Slow' },
      { zh: '慢' },
    ]) {
      server?.close();
      expect(await nameTopic(await model(says(wrong)), ['慢'], [])).toBeNull();
    }
  });

  it('keeps only sentences whose sources were given', async () => {
    const sentences = [
      { text: '两位顾客说发货慢', sources: [1, 2, 2] },
      { text: '有人说质量好', sources: [9] },
      { text: '没有来源', sources: [] },
    ];
    expect(await summarise(await model(says({ sentences })), ['发货慢', '还没发货'], 'zh-CN')).toEqual([
      { text: '两位顾客说发货慢', sources: [0, 1] },
    ]);
    server?.close();
    expect(await summarise(await model(says('nothing')), ['发货慢'], 'en')).toEqual([]);
  });
});
