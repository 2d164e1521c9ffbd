// What other rooms and the composition of the product may ask of ratings.
export { createAftercare } from './aftercare.ts';
export { ratingsKeeper } from './rating.keeper.ts';
