// What viewers, the desk and the product's composition ask of interactions.
export { networkOf } from '../core/network-rule.ts';
export { createDrawLine } from './draw-line.ts';
export { interactionJobs, interactionReactions } from './interaction.jobs.ts';
export { liveInteractionKeeper } from './interaction.keeper.ts';
export { interactionMemberRoutes, interactionPublicRoutes, type ViewerOf } from './interaction.routes.ts';
export type { InteractionDeps } from './interaction-deps.ts';
export { interactionsTap } from './interactions-tap.ts';
export type { RoomInteractions, ViewerEntry } from './room-interactions.ts';
export { interactionsAt, interactionsIn, interactionsOf } from './rooms-open.ts';
