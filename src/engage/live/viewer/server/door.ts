// What other parts of the live rooms may ask: who a viewer is, and secret addresses.
export { findLink } from './link.store.ts';
export { createLink } from './verbs/create-link.ts';
export { revokeLink } from './verbs/revoke-link.ts';
export { readViewerToken, type Viewer, viewerOf, viewerToken } from './viewer-token.ts';
