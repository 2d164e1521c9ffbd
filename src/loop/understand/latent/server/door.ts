// What the product's composition asks of latent feedback.
export { latentKeeper } from './latent.keeper.ts';
