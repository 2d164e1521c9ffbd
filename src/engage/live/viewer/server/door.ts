// What other parts of the live rooms may ask: who a viewer is, secret addresses, and the viewers' side put together.
export type { FanOut } from './fan-out.ts';
export { findLink } from './link.reads.ts';
export { openViewers, type Viewers, type ViewersDeps } from './open-viewers.ts';
export type { PlayEntry, RoomPlay } from './play.types.ts';
export type { ShowFigures } from './show-room.ts';
export { createLink } from './verbs/create-link.ts';
export { revokeLink } from './verbs/revoke-link.ts';
export { readViewerToken, type Viewer, viewerOf, viewerToken } from './viewer-token.ts';
