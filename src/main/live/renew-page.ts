// Reads our own page again when the picture comes from a host its policy does not name yet: one that was named in the middle of the show.

const DIRECTIVES = new Set(['media-src', 'connect-src', 'img-src']);
const LOOK_MS = 2000;
const STORED = 'huiyin-live-renewed';

/**
 * Only on our own page: what a page of the shop forbids is that page's business. Once for each host, so that a page never circles.
 * @param page address of our own page of this room
 * @param isBusy whether the viewer is writing or has something open: then it waits
 * @returns how to stop
 */
export function renewForPicture(page: string, isBusy: () => boolean): () => void {
  if (location.origin + location.pathname !== page) return () => {};
  let timer = 0;
  const blocked = (event: SecurityPolicyViolationEvent) => {
    const host = URL.canParse(event.blockedURI) ? new URL(event.blockedURI).host : '';
    if (!DIRECTIVES.has(event.effectiveDirective) || !host || timer || !isFirst(host)) return;
    timer = window.setInterval(() => {
      if (isBusy()) return;
      clearInterval(timer);
      location.reload();
    }, LOOK_MS);
  };
  document.addEventListener('securitypolicyviolation', blocked);
  return () => {
    clearInterval(timer);
    document.removeEventListener('securitypolicyviolation', blocked);
  };
}

/** A browser that keeps nothing could circle: it is left as it is. */
function isFirst(host: string): boolean {
  try {
    const known = (sessionStorage.getItem(STORED) ?? '').split(' ');
    if (known.includes(host)) return false;
    sessionStorage.setItem(STORED, [...known, host].join(' ').trim());
    return true;
  } catch {
    return false;
  }
}
