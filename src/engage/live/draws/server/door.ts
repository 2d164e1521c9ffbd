// What the interactions of a room and the product's composition ask of draws.

export { canonicalJson } from '../core/canonical-json.ts';
export { hashOfRecord } from '../core/draw-hash.ts';
export { createAskBeacon } from './ask-beacon.ts';
export { drawJobs, stepDraw } from './draw.jobs.ts';
export { drawsOfShow, findDraw, publicPathOf } from './draw.reads.ts';
export { drawMemberRoutes } from './draw.routes.ts';
export { type DrawRow, secretOf, signerFor } from './draw.store.ts';
export type { AskBeacon, DrawDeps, DrawLine } from './draw-deps.ts';
export { createDrawPlay, type DrawPlay, type FrozenList, type SavedDrawPlay } from './draw-play.ts';
export { maskName } from './mask-name.ts';
export { DRAW_STYLE } from './page/draw-page.ts';
export { type DrawPublicDeps, drawPublicRoutes } from './public.routes.ts';
export { closeDraw } from './verbs/close-draw.ts';
