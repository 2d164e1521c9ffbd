// What the routes ask about sites.
export { findSite, listSites, noteVoice, type SiteRow, siteViewOf, takeTurn } from './site.store.ts';
