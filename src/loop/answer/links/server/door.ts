// What other rooms and the portal may ask about status links.
export { linkKeeper } from './link.keeper.ts';
export { statusLinkPath } from './link.reads.ts';
export { noteOpened, type OpenedLink, openLink, readersOf, type StatusLink, statusLinkFor } from './link.store.ts';
