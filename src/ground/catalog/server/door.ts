// What other rooms may ask about products.
export { findOrCreateProducts } from './product.store.ts';
