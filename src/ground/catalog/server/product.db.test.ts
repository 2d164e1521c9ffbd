// Products are known by stock code, else by name, and made once however many batches name them at once.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../../test/harness/database.ts';
import type { ProductHint } from '../core/product.contract.ts';
import { listProducts } from './product.reads.ts';
import { findOrCreateProducts } from './product.store.ts';

let db: TestDatabase;
const now = new Date('2026-03-02T02:00:00Z');
beforeAll(async () => {
  db = await testDatabase({ appPoolSize: 12 });
});
afterAll(() => db.drop());
beforeEach(() => db.asOwner('TRUNCATE products CASCADE'));

const find = (hints: (ProductHint | undefined)[], workspace = db.a) =>
  workspace.write((tx) => findOrCreateProducts(tx, hints, now));

describe('finding products', () => {
  it('goes by stock code first, by name else, and gives nothing for nothing', async () => {
    const [byCode, byName, none, sameCode, sameName] = await find([
      { sku: 'S1', name: '丝巾' },
      { name: '丝巾' },
      undefined,
      { sku: 'S1', name: '另一个名字' },
      { name: '丝巾' },
    ]);
    expect([none, sameCode, sameName]).toEqual([null, byCode, byName]);
    expect(byName).not.toBe(byCode);
    expect(await find([{ sku: 'S1' }, {}])).toEqual([byCode, null]);
    expect(await find([{ sku: 'S1' }], db.b)).not.toEqual([byCode]);
  });

  it('makes one of each for ten batches at once, in any order', async () => {
    const hints = Array.from({ length: 60 }, (_, index) => (index % 2 ? { sku: `s${index}` } : { name: `n${index}` }));
    const all = await Promise.all(
      Array.from({ length: 10 }, (_, turn) => {
        const turned = [...hints.slice(turn * 6), ...hints.slice(0, turn * 6)];
        const order = turn % 2 ? turned.toReversed() : turned;
        return find(order).then((ids) => new Map(order.map((hint, index) => [hint, ids[index]])));
      }),
    );
    for (const hint of hints) expect(new Set(all.map((ids) => ids.get(hint))).size).toBe(1);
    const [count] = await db.asOwner<{ n: number }>('SELECT count(*)::int AS n FROM products');
    expect(count!.n).toBe(60);
  });

  it('lists by name, page by page, each once, and takes signs of a pattern as letters', async () => {
    await find(['100% 棉', '100_棉', 'a\\b', '丝巾', '丝袜'].map((name) => ({ name })));
    const list = (q: string | undefined, cursor?: string) =>
      db.a.read((tx) => listProducts(tx, { q, cursor, limit: 2 }));
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await list(undefined, cursor);
      seen.push(...page.items.map((item) => item.name));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect([...seen].sort()).toEqual(['100% 棉', '100_棉', 'a\\b', '丝巾', '丝袜'].sort());
    expect((await list('100%')).items.map((item) => item.name)).toEqual(['100% 棉']);
    expect((await list('a\\')).items.map((item) => item.name)).toEqual(['a\\b']);
    expect((await list('丝')).items).toHaveLength(2);
    expect((await list("' OR 1=1 --")).items).toEqual([]);
  });
});
