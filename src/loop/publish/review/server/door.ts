// What the house may ask of review packs: to hand over or forget what they keep of a customer.
export { reviewKeeper } from './review.keeper.ts';
