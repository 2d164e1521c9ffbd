/** What such a page has to allow. */
export function policyFor(huiyin: string): string;
/** Serves the shop's page; `port` 0 takes a free one. */
export function serveShop(input: {
  huiyin: string;
  key: string;
  port?: number;
  lang?: string;
}): Promise<{ origin: string; close(): Promise<void> }>;
