// From a voice to a receipt that holds without us, and every way of bending it that must not go unnoticed.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../../../../../test/harness/app.ts';
import { systemEnv } from '../../../../ground/env.ts';
import { resolveCaseRoute } from '../../../act/cases/core/case-routes.contract.ts';
import { statusLinkFor } from '../../../answer/links/server/door.ts';
import { recordFeedbackRoute } from '../../../collect/intake/core/feedback.contract.ts';
import { checkEvidence } from '../core/check-evidence.ts';
import * as contract from '../core/evidence.contract.ts';
import type { EvidenceFile } from '../core/evidence-file.ts';
import { fromHex } from '../core/hashing.ts';
import { verifyConsistency } from '../core/merkle-proof.ts';
import { keepEvidence } from './append.ts';
import { auditLog } from './audit-log.ts';
import { evidenceKeeper } from './keeper.ts';

let app: TestApp;
let caseId: string;
let feedbackId: string;
let token: string;
const slug = async () =>
  (await app.db.asOwner<{ slug: string }>('SELECT slug FROM workspaces WHERE id = $1', [app.db.workspaceA]))[0]!.slug;

beforeAll(async () => {
  app = await testApp();
  const said = await app.as.agent.call(recordFeedbackRoute, {
    body: {
      channel: 'review',
      text: '用了以后过敏，脸都肿了，必须给个说法',
      rating: 1,
      person: { externalId: 'u1', email: 'lin@example.com' },
    },
  });
  feedbackId = said.body.id;
  await app.as.agent.call(recordFeedbackRoute, { body: { channel: 'review', text: '很好用，回购了', rating: 5 } });
  await app.settle();
  const [row] = await app.db.asOwner<{ case_id: string }>('SELECT case_id FROM case_feedback WHERE feedback_id = $1', [
    feedbackId,
  ]);
  caseId = row!.case_id;
  const [person] = await app.db.asOwner<{ id: string }>('SELECT person_id AS id FROM feedback WHERE id = $1', [
    feedbackId,
  ]);
  const link = await app.db.a.write((tx) =>
    statusLinkFor(tx, app.product.tools.sealer, {
      subject: caseId,
      reporter: person!.id,
      now: app.clock.now,
      days: 90,
    }),
  );
  token = link.path.slice(3);
});
afterAll(() => app.close());

const get = async (url: string) => {
  const answer = await app.product.app.inject({ method: 'GET', url });
  return { status: answer.statusCode, body: answer.body, headers: answer.headers };
};

describe('the evidence log', () => {
  it('holds a receipt for each voice and a step for each thing done, under one signature', async () => {
    const log = (await app.as.viewer.call(contract.readEvidenceLogRoute)).body;
    expect(log.size).toBeGreaterThanOrEqual(3);
    const leaves = (await app.as.viewer.call(contract.listEvidenceLeavesRoute)).body.items;
    expect(leaves.map((leaf: { what: string }) => leaf.what)).toContain('case.opened');
    const receipts = (await app.as.viewer.call(contract.listEvidenceLeavesRoute, { query: { kind: 'receipt' } })).body;
    expect(receipts.items).toHaveLength(2);
  });

  it('gives the reporter a file that holds on its own, and carries nobody else', async () => {
    const answer = await get(`/s/${token}/evidence.json`);
    expect(answer.status).toBe(200);
    expect(answer.headers['content-disposition']).toContain('attachment');
    const file = JSON.parse(answer.body) as EvidenceFile;
    expect(checkEvidence(file)).toMatchObject({ isSound: true, found: [] });
    expect(answer.body).toContain('过敏');
    expect(answer.body).not.toContain('回购');
    const log = (await app.as.viewer.call(contract.readEvidenceLogRoute)).body;
    expect(checkEvidence(file, log.key).isSound).toBe(true);
    expect(checkEvidence(file, '0'.repeat(64)).found).toEqual([{ fault: 'other_key' }]);
    expect((await get(`/s/${'x'.repeat(token.length)}/evidence.json`)).status).toBe(404);
  });

  it('grows without changing what was signed before', async () => {
    const path = `/p/${await slug()}/evidence`;
    const before = JSON.parse((await get(`${path}/head.json`)).body);
    const done = await app.as.owner.call(resolveCaseRoute, {
      params: { id: caseId },
      body: { resolution: 'refunded', note: '已退款', message: null, tell: false },
    });
    expect(done.status).toBeLessThan(300);
    await app.settle();
    const after = JSON.parse((await get(`${path}/head.json`)).body);
    expect(after.head.size).toBeGreaterThan(before.head.size);
    const consistency = await get(`${path}/consistency.json?first=${before.head.size}&second=${after.head.size}`);
    const proof = JSON.parse(consistency.body).proof.map(fromHex);
    const roots = [fromHex(before.head.root), fromHex(after.head.root)] as const;
    expect(verifyConsistency(before.head.size, roots[0], after.head.size, roots[1], proof)).toBe(true);
    const file = (await app.as.agent.call(contract.takeCaseEvidenceRoute, { params: { id: caseId } })).body;
    const since = { head: before.head, proof: JSON.parse(consistency.body).proof };
    expect(checkEvidence({ ...file, since }).isSound).toBe(true);
    expect(checkEvidence({ ...file, since: { ...since, proof: since.proof.slice(1) } }).isSound).toBe(false);
    expect((await get(`${path}/consistency.json?first=5&second=2`)).status).toBe(422);
    expect((await get(`${path}/consistency.json?first=1&second=100000`)).status).toBe(422);
    expect((await get('/p/nobody-here/evidence/head.json')).status).toBe(404);
  });

  it('shows anybody one leaf and its proof, and no word of what it is about', async () => {
    const answer = await get(`/p/${await slug()}/evidence/leaves/0`);
    expect(answer.status).toBe(200);
    expect(answer.body).not.toContain('过敏');
    expect((await get(`/p/${await slug()}/evidence/leaves/99999`)).status).toBe(404);
  });

  it('keeps one leaf for one source however often it is handed in', async () => {
    const size = () =>
      app.db.a.read(async (tx) => (await import('./log.store.ts')).readLog(tx)).then((log) => log!.size);
    const before = await size();
    const one = {
      kind: 'step' as const,
      at: app.clock.now,
      subjectId: null,
      sourceId: 'evt_again',
      content: { a: 1 },
      keepContent: true,
    };
    const { sealer } = app.product.tools;
    await app.db.a.write((tx) => keepEvidence(tx, sealer, [one, one], app.clock.now));
    await app.db.a.write((tx) => keepEvidence(tx, sealer, [one], app.clock.now));
    expect(await size()).toBe(before + 1);
  });

  it('is kept in order by many writers at once', async () => {
    const { sealer } = app.product.tools;
    const write = (at: number) =>
      app.db.a.write((tx) =>
        keepEvidence(
          tx,
          sealer,
          Array.from({ length: 40 }, (_, n) => ({
            kind: 'step' as const,
            at: app.clock.now,
            subjectId: null,
            sourceId: `evt_${at}_${n}`,
            content: { at, n },
            keepContent: true,
          })),
          app.clock.now,
        ),
      );
    await Promise.all(Array.from({ length: 8 }, (_, at) => write(at)));
    const found = await auditLog(app.db.a, async () => true);
    expect(found.faults).toEqual([]);
    expect(found.size).toBeGreaterThan(320);
  });

  it('is audited by a member, and the result is kept', async () => {
    const started = await app.as.manager.call(contract.startEvidenceAuditRoute);
    expect(started.status).toBe(202);
    expect((await app.as.manager.call(contract.startEvidenceAuditRoute)).body.code).toBe('audit_running');
    await app.settle();
    const audits = (await app.as.viewer.call(contract.listEvidenceAuditsRoute)).body.items;
    expect(audits[0]).toMatchObject({ state: 'sound', faults: [] });
  });

  it.each([
    ['a word of a voice', "UPDATE feedback SET text = '很好' WHERE id = $1", 'content_changed'],
    [
      'a step',
      `UPDATE evidence_leaves SET content = replace(content, 'case.opened', 'case.closed') WHERE content LIKE '%case.opened%' AND $1::text IS NOT NULL`,
      'content_changed',
    ],
    [
      'a digest',
      `UPDATE evidence_leaves SET digest = decode(repeat('00', 32), 'hex') WHERE source_id = $1`,
      'leaf_changed',
    ],
    ['an instant', `UPDATE evidence_leaves SET at = at - interval '1 day' WHERE source_id = $1`, 'leaf_changed'],
    ['a kind', `UPDATE evidence_leaves SET kind = 'promise' WHERE source_id = $1`, 'leaf_changed'],
    ['a whole leaf', 'DELETE FROM evidence_leaves WHERE source_id = $1', 'leaf_missing'],
    [
      'the tree of hashes',
      `UPDATE evidence_tiles SET hashes = set_byte(hashes, 3, (get_byte(hashes, 3) + 1) % 256) WHERE level = 0 AND $1::text IS NOT NULL`,
      'leaf_changed',
    ],
    [
      'the signed root',
      `UPDATE evidence_logs SET root = set_byte(root, 3, (get_byte(root, 3) + 1) % 256) WHERE $1::text IS NOT NULL`,
      'head_not_signed',
    ],
    ['the size', 'UPDATE evidence_logs SET size = size - 1 WHERE $1::text IS NOT NULL', 'head_not_signed'],
  ])('shows it when somebody with the database changes %s', async (_what, statement, fault) => {
    const copy = (table: string) => app.db.asOwner(`CREATE TABLE keep_${table} AS TABLE ${table}`);
    const tables = ['evidence_leaves', 'evidence_tiles', 'evidence_logs', 'feedback'];
    for (const table of tables) await copy(table);
    try {
      await app.db.asOwner(statement, [feedbackId]);
      const found = await auditLog(app.db.a, async () => true);
      expect(found.faults.map((one) => one.fault)).toContain(fault);
    } finally {
      await app.db.asOwner('UPDATE feedback SET text = k.text FROM keep_feedback k WHERE k.id = feedback.id');
      for (const table of tables) {
        if (table !== 'feedback') {
          await app.db.asOwner(`DELETE FROM ${table}`);
          await app.db.asOwner(`INSERT INTO ${table} SELECT * FROM keep_${table}`);
        }
        await app.db.asOwner(`DROP TABLE keep_${table}`);
      }
    }
    expect((await auditLog(app.db.a, async () => true)).faults).toEqual([]);
  });

  it('checks a file on the public page without script, in both languages', async () => {
    const url = `/p/${await slug()}/verify`;
    expect((await get(url)).body).toContain('核验');
    expect((await get(url)).body).toMatch(/<time datetime="[^"]+">[^<]+（GMT\+8）<\/time>/);
    expect((await get(`${url}?lang=en`)).body).toContain('Check a receipt');
    const file = (await get(`/s/${token}/evidence.json`)).body;
    const post = async (text: string) => {
      const edge = 'edge';
      const payload = `--${edge}\r\ncontent-disposition: form-data; name="text"\r\n\r\n${text}\r\n--${edge}--\r\n`;
      return app.product.app.inject({
        method: 'POST',
        url: `${url}?lang=en`,
        payload,
        headers: { 'content-type': `multipart/form-data; boundary=${edge}` },
      });
    };
    expect((await post(file)).body).toContain('This evidence is sound');
    expect((await post(file.replace('过敏', '满意'))).body).toContain('The content was changed');
    expect((await post('not json')).body).toContain('This is not an evidence file');
    expect((await post('')).statusCode).toBe(422);
    expect((await get('/p/nobody-here/verify')).status).toBe(404);
  });

  it('keeps only digests without salt of a person who was erased', async () => {
    const [person] = await app.db.asOwner<{ id: string }>('SELECT person_id AS id FROM feedback WHERE id = $1', [
      feedbackId,
    ]);
    const kept = await app.db.a.read((tx) => evidenceKeeper.export(tx, person!.id));
    expect(kept[0]!.rows).toHaveLength(1);
    await app.db.a.write((tx) => evidenceKeeper.erase(tx, person!.id, app.clock.now));
    const rows = await app.db.asOwner<Record<string, unknown>>('SELECT * FROM evidence_leaves');
    expect(JSON.stringify(rows)).not.toContain(feedbackId);
    const found = await auditLog(app.db.a, async () => true);
    expect(found.faults).toEqual([]);
    expect(found.erased).toBeGreaterThan(1);
    expect((await get(`/s/${token}/evidence.json`)).status).toBe(409);
  });

  it('says so when there is nothing yet, and shows nothing of one shop to another', async () => {
    expect((await app.stranger.call(contract.takeCaseEvidenceRoute, { params: { id: caseId } })).status).toBe(404);
    const log = (await app.stranger.call(contract.readEvidenceLogRoute)).body;
    expect(log).toMatchObject({ size: 0, key: null, head: null });
    expect((await app.stranger.call(contract.startEvidenceAuditRoute)).body.code).toBe('no_evidence_yet');
    expect(systemEnv(app.db.b, app.clock.now, 'test').workspace).not.toBe(app.db.workspaceA);
  });
});

describe('sentences', () => {
  it('has words for everything the log keeps', async () => {
    const { KEPT_NEWS } = await import('../core/what-to-keep.ts');
    const words = JSON.parse(readFileSync('locales/en/evidence.json', 'utf8')).what;
    for (const type of Object.keys(KEPT_NEWS)) expect(words).toHaveProperty(type.replaceAll('.', '_'));
  });
});
