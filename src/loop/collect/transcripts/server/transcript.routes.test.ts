// Sessions come in by turn: only the customer is judged, promises are told, bad ones lose nothing else, files go on where they stopped.
import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../../../../../test/harness/app.ts';
import * as contract from '../core/transcript.contract.ts';
import { transcriptReceived } from '../core/transcript-events.contract.ts';
import { transcriptKeeper } from './door.ts';
import { readSessions } from './read-file.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

const call = {
  id: 'call-1',
  channel: 'hotline',
  startedAt: '2026-03-02T10:00:00+08:00',
  agent: '小王',
  customer: { phone: '13812345678', name: '李四' },
  turns: [
    { speaker: 'agent', text: '您好，请问有什么可以帮您？', at: '2026-03-02T10:00:05+08:00' },
    { speaker: 'customer', text: '喂' },
    { speaker: 'customer', text: '收到的被子漏毛，我的电话 13812345678', at: '2026-03-02T10:00:20+08:00' },
    { speaker: 'agent', text: '我们会在24小时内给您回电 13812345678', at: '2026-03-02T10:01:00+08:00' },
    { speaker: 'customer', text: '快点，不然我投诉到12315' },
    { speaker: 'customer', text: '好的' },
  ],
};

async function upload(name: string, content: Buffer, query = '?channel=chat', as = app.as.analyst) {
  const boundary = 'xxBOUNDARYxx';
  const payload = Buffer.concat([
    Buffer.from(
      `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: text/csv\r\n\r\n`,
    ),
    content,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
  const answer = await app.product.app.inject({
    method: 'POST',
    url: `/api/v1/transcript-imports${query}`,
    headers: { authorization: `Bearer ${as.secret}`, 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload,
  });
  return { status: answer.statusCode, body: answer.json() };
}

const latest = async () => (await app.as.analyst.call(contract.listTranscriptImportsRoute)).body.items[0];

describe('a call', () => {
  it('is recorded once; the customer is judged, the agent is context, the promise is told', async () => {
    const { body } = await app.as.agent.call(contract.recordTranscriptsRoute, {
      body: { items: [call, { id: 'x' }, call] },
    });
    expect(body).toMatchObject({ recorded: 1, duplicates: 1, rejected: 1 });
    expect(body.results[0]).toMatchObject({ outcome: 'recorded', promises: 1 });
    expect(body.results[0].feedbackIds).toHaveLength(2);
    expect(body.results[2].id).toBe(body.results[0].id);
    const again = await app.as.agent.call(contract.recordTranscriptsRoute, { body: { items: [call] } });
    expect(again.body).toMatchObject({ recorded: 0, duplicates: 1 });
    await app.settle();
    const rows = await app.db.asOwner<{
      channel: string;
      text: string;
      person_id: string;
      follows_id: string | null;
      id: string;
    }>('SELECT id, channel, text, person_id, follows_id FROM feedback ORDER BY external_id');
    expect(rows.map((row) => [row.channel, row.text])).toEqual([
      ['hotline', '收到的被子漏毛，我的电话 [phone]'],
      ['hotline', '快点，不然我投诉到12315'],
    ]);
    expect(rows[0]!.person_id).toBeTruthy();
    expect(rows[1]!.follows_id).toBe(rows[0]!.id);
    expect(await app.db.asOwner('SELECT 1 FROM judgements')).toHaveLength(2);
    const [event] = await app.db.asOwner<{ data: unknown }>(
      "SELECT data FROM events WHERE type = 'transcript.received'",
    );
    const data = transcriptReceived.data.parse(event!.data);
    expect(data.promises).toEqual([
      {
        text: '我们会在24小时内给您回电 [phone]',
        dueAt: '2026-03-03T02:01:00.000Z',
        saidAt: '2026-03-02T02:01:00.000Z',
        agent: '小王',
        feedbackId: rows[0]!.id,
      },
    ]);
    const page = await app.as.agent.call(contract.getTranscriptRoute, { params: { id: rows[0]!.id } });
    expect(page.body.turns.map((turn: contract.TurnView) => [turn.speaker, turn.feedbackId !== null])).toEqual([
      ['agent', false],
      ['customer', true],
      ['customer', true],
      ['agent', false],
      ['customer', true],
      ['customer', true],
    ]);
    expect(JSON.stringify(page.body)).not.toContain('13812345678');
    expect(page.body.turns[3].promise.dueAt).toBe('2026-03-03T02:01:00.000Z');
  });

  it('belongs to its shop, and refuses by name', async () => {
    const [row] = await app.db.asOwner<{ id: string }>('SELECT id FROM transcripts LIMIT 1');
    expect((await app.stranger.call(contract.getTranscriptRoute, { params: { id: row!.id } })).status).toBe(404);
    expect((await app.stranger.call(contract.listTranscriptsRoute)).body.items).toEqual([]);
    expect((await app.as.agent.call(contract.getTranscriptRoute, { params: { id: 'tsc_none' } })).body.code).toBe(
      'not_found',
    );
    expect((await app.as.viewer.call(contract.recordTranscriptsRoute, { body: { items: [call] } })).status).toBe(403);
    expect((await app.as.agent.call(contract.recordTranscriptsRoute, { body: { items: [] } })).status).toBe(422);
    const wrong = await app.as.analyst.call(contract.uploadTranscriptsRoute, { body: { a: 1 } });
    expect([415, 422]).toContain(wrong.status);
    expect((await upload('a.csv', Buffer.from('x'), '', app.as.agent)).status).toBe(403);
  });
});

describe('a file', () => {
  it('in GB18030 with one turn a row is taken in; its bad rows are named', async () => {
    const table =
      '会话编号,角色,时间,内容\n' +
      'k-1,买家,2026-03-01 09:00:00,衣服掉色严重\nk-1,客服,2026-03-01 09:01:00,今天给您安排退款\n' +
      'k-2,买家,不是时间,物流太慢了\n,买家,,谁说的\nk-2,客服,2026-03-01 10:00:00,\n';
    const sent = await upload('聊天.csv', iconv.encode(table, 'gb18030'));
    expect(sent).toMatchObject({ status: 201, body: { state: 'waiting', fileName: '聊天.csv' } });
    await app.settle();
    expect(await latest()).toMatchObject({
      state: 'done',
      total: 3,
      recorded: 2,
      rejected: 1,
      feedback: 2,
      promises: 1,
    });
    expect((await latest()).problems).toEqual([
      { row: 4, path: 'text', code: 'bad_time' },
      { row: 6, path: 'text', code: 'missing_text' },
      { row: 5, path: 'id', code: 'missing_session' },
    ]);
    expect(await app.db.asOwner("SELECT 1 FROM files WHERE purpose = 'transcripts'")).toEqual([]);
    await upload('聊天.csv', iconv.encode(table, 'gb18030'));
    await app.settle();
    expect(await latest()).toMatchObject({ recorded: 0, duplicates: 2 });
  });

  it('in JSON, JSONL and gzip is taken in; one that is none fails by name', async () => {
    const lines = [
      '{"id":"j-1","turns":[{"role":"user","content":"漏水"}]}',
      '{broken',
      '{"id":"j-2","turns":["拉链坏了，我要退货"]}',
    ];
    await upload('a.jsonl', gzipSync(lines.join('\n')));
    await app.settle();
    expect(await latest()).toMatchObject({ state: 'done', total: 3, recorded: 2, rejected: 1 });
    expect((await latest()).problems).toEqual([{ row: 2, path: '', code: 'bad_json' }]);
    await upload('b.json', Buffer.from(JSON.stringify({ sessions: [{ ...call, id: 'j-3' }] })));
    await app.settle();
    expect(await latest()).toMatchObject({ state: 'done', recorded: 1, feedback: 2, promises: 1 });
    await upload('c.csv', Buffer.from('评价,评分\n好,5\n'));
    await app.settle();
    expect(await latest()).toMatchObject({ state: 'failed', failure: 'columns_unknown' });
    await upload('d.json', Buffer.from('  '));
    await app.settle();
    expect(await latest()).toMatchObject({ state: 'failed', failure: 'file_empty' });
  });
});

it('is handed over and erased with its person', async () => {
  const [row] = await app.db.asOwner<{ person_id: string }>(
    "SELECT person_id FROM transcripts WHERE external_id = 'call-1'",
  );
  const personId = row!.person_id;
  const [section] = await app.db.a.read((tx) => transcriptKeeper.export(tx, personId));
  expect(section!.rows.length).toBeGreaterThanOrEqual(6);
  for (let twice = 0; twice < 2; twice += 1)
    await app.db.a.write((tx) => transcriptKeeper.erase(tx, personId, app.clock.now));
  expect(await app.db.asOwner('SELECT 1 FROM transcripts WHERE person_id = $1', [personId])).toEqual([]);
  const again = await app.as.agent.call(contract.recordTranscriptsRoute, { body: { items: [call] } });
  expect(again.body).toMatchObject({ recorded: 0, duplicates: 1 });
});

const sample = '../shared/data/jddc_sample_sessions.jsonl.gz';
// The sample of real sessions lies beside the project on machines that measure; it is not part of it.
it.skipIf(!existsSync(sample))(
  'real sessions without speakers are read, and the customer is found in most',
  async () => {
    const lines = gunzipSync(readFileSync(sample)).toString('utf8').split('\n').slice(0, 400).join('\n');
    const read = await readSessions(Buffer.from(lines), 'chat', 'Asia/Shanghai');
    if ('fault' in read) throw new Error(read.fault);
    expect(read.sessions).toHaveLength(400);
    const { body } = await app.as.agent.call(contract.recordTranscriptsRoute, {
      body: { items: read.sessions.slice(0, 200).map((one) => one.draft) },
    });
    expect(body.rejected).toBe(0);
    const heard = body.results.filter((one: contract.TranscriptOutcome) => one.feedbackIds.length > 0);
    expect(heard.length).toBeGreaterThan(120);
    // Who spoke is only guessed: nothing is taken for a promise.
    expect(body.results.every((one: contract.TranscriptOutcome) => one.promises === 0)).toBe(true);
  },
);
