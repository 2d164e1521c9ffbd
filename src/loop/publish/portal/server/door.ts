// What the other public pages of a shop ask: the ways between them, and whether they are shown.

export { readPortal } from './portal.store.ts';
export { portalName, portalNav, portalPath, showsPage } from './portal-nav.ts';
