// Products: how a channel names them and what screens show.
import { z } from 'zod';
import { pageOf, pageQuery } from '../../../kit/cursor.ts';
import { route } from '../../members/core/permission.contract.ts';

/** What a channel knows of a product: its stock code decides, its name stands in for it. */
export interface ProductHint {
  sku?: string | undefined;
  name?: string | undefined;
}

export const productView = z
  .object({ id: z.string(), name: z.string(), sku: z.string().nullable() })
  .meta({ id: 'Product' });

export const listProductsRoute = route({
  id: 'listProducts',
  method: 'GET',
  path: '/api/v1/products',
  summary: 'Products by name; `q` matches the beginning of name or stock code',
  access: 'product.read',
  query: pageQuery.extend({ q: z.string().max(100).optional() }),
  ok: pageOf(productView),
});
