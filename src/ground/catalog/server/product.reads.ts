// Reads products for pickers and filters.
import sql from 'sql-template-tag';
import { cutPage, decodeCursor, type Page } from '../../../kit/cursor.ts';
import type { Tx } from '../../../platform/database/database.ts';

interface Product {
  id: string;
  name: string;
  sku: string | null;
}

/** A page of products by name. `q` matches the beginning of the name or of the stock code. */
export async function listProducts(
  tx: Tx,
  input: { q?: string | undefined; cursor?: string | undefined; limit: number },
): Promise<Page<Product>> {
  const after = decodeCursor(input.cursor, 2);
  const prefix = input.q?.trim() ?? '';
  // starts_with needs no index here: a shop has thousands of products, not millions, and the name index is walked in order.
  const rows = await tx.rows<Product>(sql`
    SELECT id, name, sku FROM products
    WHERE workspace_id = ${tx.workspaceId}
      AND (${prefix} = '' OR starts_with(name, ${prefix}) OR starts_with(coalesce(sku, ''), ${prefix}))
      AND (${after?.[0] ?? null}::text IS NULL OR (name, id) > (${after?.[0] ?? ''}, ${after?.[1] ?? ''}))
    ORDER BY name, id LIMIT ${input.limit + 1}`);
  return cutPage(rows, input.limit, (row) => [row.name, row.id]);
}
