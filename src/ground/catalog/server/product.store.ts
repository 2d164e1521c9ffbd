// Writes and finds products by what channels call them.
import sql from 'sql-template-tag';
import { newId } from '../../../kit/ids.ts';
import type { Tx } from '../../../platform/database/database.ts';
import type { ProductHint } from '../core/product.contract.ts';

/** Finds or makes the product behind each hint, in the order given; few statements however many hints. */
export async function findOrCreateProducts(
  tx: Tx,
  hints: readonly (ProductHint | undefined)[],
  now: Date,
): Promise<(string | null)[]> {
  const keyOf = (hint: ProductHint | undefined) =>
    hint?.sku ? `sku\n${hint.sku}` : hint?.name ? `name\n${hint.name}` : null;
  const wanted = new Map<string, ProductHint>();
  for (const hint of hints) {
    const key = keyOf(hint);
    if (key && hint && !wanted.has(key)) wanted.set(key, hint);
  }
  if (wanted.size === 0) return hints.map(() => null);
  let known = await readKnown(tx, [...wanted.values()]);
  // In one order for everybody, so that two batches with the same products wait for each other instead of deadlocking.
  const missing = [...wanted]
    .filter(([key]) => !known.has(key))
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, hint]) => hint);
  if (missing.length > 0) {
    await tx.run(sql`
      INSERT INTO products (id, workspace_id, sku, name, created_at)
      SELECT p.id, ${tx.workspaceId}, p.sku, p.name, ${now}
      FROM unnest(${missing.map(() => newId('prod'))}::text[], ${missing.map((hint) => hint.sku ?? null)}::text[],
        ${missing.map((hint) => hint.name ?? hint.sku!)}::text[]) AS p(id, sku, name)
      ON CONFLICT DO NOTHING`);
    known = await readKnown(tx, [...wanted.values()]);
  }
  return hints.map((hint) => {
    const key = keyOf(hint);
    return key ? (known.get(key) ?? null) : null;
  });
}

async function readKnown(tx: Tx, hints: readonly ProductHint[]): Promise<Map<string, string>> {
  const skus = hints.flatMap((hint) => (hint.sku ? [hint.sku] : []));
  const names = hints.flatMap((hint) => (!hint.sku && hint.name ? [hint.name] : []));
  const rows = await tx.rows<{ id: string; sku: string | null; name: string }>(sql`
    SELECT id, sku, name FROM products WHERE workspace_id = ${tx.workspaceId} AND sku = ANY(${skus}::text[])
    UNION ALL
    SELECT id, sku, name FROM products WHERE workspace_id = ${tx.workspaceId} AND sku IS NULL AND name = ANY(${names}::text[])`);
  return new Map(rows.map((row) => [row.sku ? `sku\n${row.sku}` : `name\n${row.name}`, row.id]));
}
