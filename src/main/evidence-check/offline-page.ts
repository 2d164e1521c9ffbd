// The page that checks a file of evidence, away from us.
import { checkerPage, fileField, textField } from '../offline-check/checker-page.ts';

/** The page; null where the checker was not built. */
export const offlinePage = checkerPage({
  folder: 'check',
  title: 'offline.title',
  lead: 'offline.lead',
  fields: `${textField('key', 'offline.key', 'offline.keyHint')}
${fileField('file', 'offline.choose')} <span class="small" data-say="offline.drop"></span>`,
  style:
    '.entry{border-top:1px solid #cbc5b9;padding:.7rem 0 0;margin-top:.7rem}blockquote{margin:.3rem 0;white-space:pre-line}',
  namespace: 'evidence',
  sentences: ({ verdict, fault, entry, offline, what, page }) => ({
    verdict,
    fault,
    entry,
    offline,
    what,
    page: { fingerprint: page?.fingerprint },
  }),
});
