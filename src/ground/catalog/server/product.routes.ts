// Binds the product routes.
import { ok } from '../../../kit/result.ts';
import { on } from '../../serve.ts';
import { listProductsRoute } from '../core/product.contract.ts';
import { listProducts } from './product.reads.ts';

/** Routes about products. */
export function productRoutes() {
  return [on(listProductsRoute, async ({ env, query }) => ok(await env.db.read((tx) => listProducts(tx, query))))];
}
