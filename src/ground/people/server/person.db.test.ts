// Customers are found by what names them, made once however many ask at once, and never merged by guesswork.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../../test/harness/database.ts';
import { createSealer } from '../../../platform/secrets/seal.ts';
import { systemEnv } from '../../env.ts';
import { systemActor } from '../../members/core/actor.contract.ts';
import type { PersonHint } from '../core/person.contract.ts';
import { contactOf, readPerson } from './person.reads.ts';
import { findOrCreatePeople } from './person.store.ts';
import { setPersonTier } from './set-person-tier.ts';

let db: TestDatabase;
const sealer = createSealer('x'.repeat(40));
const now = new Date('2026-03-02T02:00:00Z');
beforeAll(async () => {
  db = await testDatabase({ appPoolSize: 12 });
});
afterAll(() => db.drop());
beforeEach(() => db.asOwner('TRUNCATE people, identities CASCADE'));

const find = (hints: (PersonHint | undefined)[], workspace = db.a) =>
  workspace.write((tx) => findOrCreatePeople(tx, sealer, hints, now));
const people = () => db.asOwner<{ id: string }>('SELECT id FROM people ORDER BY id');
const orphans = () =>
  db.asOwner('SELECT id FROM people p WHERE NOT EXISTS (SELECT FROM identities i WHERE i.person_id = p.id)');

describe('finding customers', () => {
  it('knows one by any of his names, and nobody by none', async () => {
    const [first] = await find([{ externalId: 'b1', email: 'li@example.com', name: '李娜' }]);
    const again = await find([
      { email: ' LI@Example.com ' },
      { externalId: 'b1' },
      undefined,
      { name: '李娜' },
      { phone: '123' },
    ]);
    expect(again).toEqual([first, first, null, null, null]);
    expect(await people()).toHaveLength(1);
  });

  it('joins two hints of one batch that share a value', async () => {
    const [one, two, three] = await find([
      { externalId: 'b1', phone: '+86 13800138000' },
      { phone: '13800138000', email: 'li@example.com' },
      { email: 'li@example.com' },
    ]);
    expect([two, three]).toEqual([one, one]);
    expect(await orphans()).toEqual([]);
  });

  it('never merges two customers because one voice names both: the strongest name decides', async () => {
    const [one, two] = await find([{ externalId: 'b1' }, { email: 'li@example.com' }]);
    expect(one).not.toBe(two);
    const [both] = await find([{ externalId: 'b1', email: 'li@example.com' }]);
    expect(both).toBe(one);
    expect(await find([{ email: 'li@example.com' }, { externalId: 'b1' }])).toEqual([two, one]);
    expect(await people()).toHaveLength(2);
  });

  it('keeps workspaces apart', async () => {
    const [ours] = await find([{ email: 'li@example.com' }]);
    const [theirs] = await find([{ email: 'li@example.com' }], db.b);
    expect(theirs).not.toBe(ours);
    const hashes = await db.asOwner<{ value_hash: string }>('SELECT value_hash FROM identities');
    expect(new Set(hashes.map((row) => row.value_hash)).size).toBe(2);
  });

  it('makes one of each for ten who ask at once, in any order, and leaves no orphan', async () => {
    const names = Array.from({ length: 40 }, (_, index) => ({
      externalId: `buyer-${index}`,
      email: `buyer${index}@example.com`,
    }));
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, turn) => {
        const turned = [...names.slice(turn * 4), ...names.slice(0, turn * 4)];
        const order = turn % 2 ? turned.toReversed() : turned;
        return find(order).then((ids) => new Map(order.map((hint, index) => [hint.externalId, ids[index]])));
      }),
    );
    for (const { externalId } of names) {
      expect(new Set(answers.map((answer) => answer.get(externalId))).size).toBe(1);
      expect(answers[0]!.get(externalId)).toBeTruthy();
    }
    expect(await people()).toHaveLength(40);
    expect(await orphans()).toEqual([]);
  });

  it('keeps a customer one also when half of his names was saved by somebody else at the same moment', async () => {
    let release: () => void = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let saved: () => void = () => {};
    const isSaved = new Promise<void>((resolve) => {
      saved = resolve;
    });
    const other = db.a.write(async (tx) => {
      const [id] = await findOrCreatePeople(tx, sealer, [{ externalId: 'b9' }], now);
      saved();
      await held;
      return id;
    });
    await isSaved;
    const ours = find([{ externalId: 'b9', email: 'nine@example.com' }, { email: 'nine@example.com' }]);
    await new Promise((resolve) => setTimeout(resolve, 100));
    release();
    const theirs = await other;
    expect(await ours).toEqual([theirs, theirs]);
    expect(await find([{ email: 'nine@example.com' }])).toEqual([theirs]);
    expect(await people()).toHaveLength(1);
    expect(await orphans()).toEqual([]);
  });
});

describe('a customer', () => {
  it('is shown masked, opened only for the post', async () => {
    const [id] = await find([{ externalId: 'buyer-77', email: 'li@example.com', phone: '13800138000', locale: 'en' }]);
    const shown = await db.a.read((tx) => readPerson(tx, id!));
    expect(JSON.stringify(shown)).not.toMatch(/buyer-77|li@example|13800138000/);
    expect(await db.a.read((tx) => contactOf(tx, sealer, id!))).toEqual({
      email: 'li@example.com',
      phone: '13800138000',
      name: null,
      locale: 'en',
    });
    const nobody = { email: null, phone: null, name: null, locale: null };
    expect(await db.b.read((tx) => contactOf(tx, sealer, id!))).toEqual(nobody);
    expect(await db.b.read((tx) => readPerson(tx, id!))).toBeUndefined();
  });

  it('changes lane by those who may, and it is written down', async () => {
    const [id] = await find([{ externalId: 'v1' }]);
    const env = systemEnv(db.a, now, 'test');
    const done = await setPersonTier(env, { personId: id!, tier: 'vip' });
    expect(done).toMatchObject({ ok: true, value: { tier: 'vip' } });
    const [event] = await db.asOwner<{ data: object }>("SELECT data FROM events WHERE type = 'person.tier_changed'");
    expect(event!.data).toEqual({ from: 'standard', to: 'vip' });
    const powerless = { ...env, actor: { ...systemActor('nobody'), permissions: [] } };
    expect(await setPersonTier(powerless, { personId: id!, tier: 'standard' })).toEqual({
      ok: false,
      reason: 'forbidden',
    });
    const stranger = systemEnv(db.b, now, 'stranger');
    expect(await setPersonTier(stranger, { personId: id!, tier: 'standard' })).toEqual({
      ok: false,
      reason: 'not_found',
    });
    expect((await db.a.read((tx) => readPerson(tx, id!)))!.tier).toBe('vip');
  });
});
