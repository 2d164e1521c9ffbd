// Tells whether a form came from our own page, so that no other site can speak in a reporter's name.

/** Headers as the browser sent them; `hosts` are the names this installation answers under. */
export function cameFromOwnPage(
  headers: { site: string | undefined; origin: string | undefined },
  hosts: readonly string[],
): boolean {
  // Fetch Metadata cannot be set by a page; where a browser sends it, it decides alone.
  if (headers.site !== undefined) return headers.site === 'same-origin';
  // A program without a browser sends neither; the secret in the address is what it must know.
  if (headers.origin === undefined) return true;
  const host = /^https?:\/\/([^/]+)$/.exec(headers.origin)?.[1];
  return host !== undefined && hosts.includes(host);
}

/** The same for a visit: its request, and the address under which this installation was asked. */
export function isOwnVisit(visit: {
  request: { host: string; headers: Readonly<Record<string, string | string[] | undefined>> };
  origin: string;
}): boolean {
  const header = (name: string) => {
    const value = visit.request.headers[name];
    return typeof value === 'string' ? value : undefined;
  };
  const hosts = [visit.request.host, new URL(visit.origin).host];
  return cameFromOwnPage({ site: header('sec-fetch-site'), origin: header('origin') }, hosts);
}
