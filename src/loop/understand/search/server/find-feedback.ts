// Finds ids: turns filters into tokens, asks the database, and settles words by the text.
import sql from 'sql-template-tag';
import { decodeCursor, encodeCursor } from '../../../../kit/cursor.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import { labelToken, queryTokens } from '../../judgement/server/door.ts';
import { readQuery } from '../core/match-query.ts';
import type { FeedbackFilter } from '../core/search.contract.ts';

interface Place {
  id: string;
  occurredAt: Date;
}

/** How the database is asked. */
interface Wanted {
  must: number[];
  groups: string[];
  never: number[];
  products: string[];
  person: string | null;
  from: string | null;
  to: string | null;
  hasCase: boolean | null;
}

function wantedOf(filter: FeedbackFilter, words: readonly string[]): Wanted {
  const must = queryTokens(words);
  const groups: string[] = [];
  const any = <T>(values: readonly T[] | undefined, token: (value: T) => number) => {
    if (!values || values.length === 0) return;
    if (values.length === 1) must.push(token(values[0]!));
    else groups.push(`{${values.map(token).join(',')}}`);
  };
  any(filter.channel, labelToken.channel);
  any(filter.theme, labelToken.theme);
  any(filter.sentiment, labelToken.sentiment);
  any(filter.class, labelToken.class);
  any(filter.intent, labelToken.intent);
  any(filter.product, labelToken.product);
  any(filter.rating, labelToken.rating);
  any(filter.duplicates === true ? [labelToken.repeat] : undefined, (token) => token);
  return {
    must,
    groups,
    never: filter.duplicates === false ? [labelToken.repeat] : [],
    products: filter.product ?? [],
    person: filter.person ?? null,
    from: filter.from ?? null,
    to: filter.to ?? null,
    hasCase: filter.hasCase ?? null,
  };
}

function askPlaces(tx: Tx, wanted: Wanted, after: Place | null, take: number): Promise<Place[]> {
  return tx.rows<Place>(sql`
    SELECT feedback_id AS id, occurred_at AS "occurredAt" FROM huiyin.find_judged(${wanted.must}::int[], ${wanted.groups}::text[],
      ${wanted.never}::int[], ${wanted.products}::text[], ${wanted.person}::text, ${wanted.from}::timestamptz,
      ${wanted.to}::timestamptz, ${wanted.hasCase}::boolean, ${after?.occurredAt ?? null}::timestamptz, ${after?.id ?? null}::text,
      ${take}::int)`);
}

/** Candidates looked at for one page; a phrase rarer than that among its pairs gives a short page with a cursor to go on. */
const MOST_CANDIDATES = 6000;

export interface FoundIds {
  ids: string[];
  nextCursor: string | null;
}

/**
 * A page of ids, newest first.
 * @returns null when the words hold nothing to look for
 */
export async function findFeedbackIds(
  tx: Tx,
  filter: FeedbackFilter,
  page: { cursor?: string | undefined; limit: number },
): Promise<FoundIds | null> {
  const query = filter.q?.trim() ? readQuery(filter.q) : undefined;
  if (query === null) return null;
  const wanted = wantedOf(filter, query?.words ?? []);
  const keys = decodeCursor(page.cursor, 2);
  let after: Place | null =
    keys && typeof keys[0] === 'number' && typeof keys[1] === 'string'
      ? { occurredAt: new Date(keys[0]), id: keys[1] }
      : null;
  const kept: Place[] = [];
  // Words that the index already proves (one pair, one filter) nearly always fit; single frequent characters often do not.
  let take = page.limit + 1;
  if (query && wanted.must.length === 0 && wanted.groups.length === 0) take = Math.max(500, page.limit * 4);
  let looked = 0;
  for (;;) {
    const found = await askPlaces(tx, wanted, after, take);
    looked += found.length;
    const fits = query ? await fitting(tx, found, query.fits) : found;
    kept.push(...fits);
    if (kept.length > page.limit) break;
    if (found.length < take) return { ids: kept.map((place) => place.id), nextCursor: null };
    after = found.at(-1)!;
    if (looked >= MOST_CANDIDATES) return { ids: kept.map((place) => place.id), nextCursor: cursorOf(after) };
    take = Math.min(take * 4, 2000);
  }
  const shown = kept.slice(0, page.limit);
  return { ids: shown.map((place) => place.id), nextCursor: cursorOf(shown.at(-1)!) };
}

function cursorOf(place: Place): string {
  return encodeCursor([place.occurredAt.getTime(), place.id]);
}

async function fitting(tx: Tx, places: readonly Place[], fits: (text: string) => boolean): Promise<Place[]> {
  if (places.length === 0) return [];
  const rows = await tx.rows<{ id: string; text: string; title: string | null }>(sql`
    SELECT id, text, title FROM feedback_facts
    WHERE workspace_id = ${tx.workspaceId} AND id = ANY(${places.map((place) => place.id)}::text[])`);
  const texts = new Map(rows.map((row) => [row.id, row.title ? `${row.title}\n${row.text}` : row.text]));
  return places.filter((place) => fits(texts.get(place.id) ?? ''));
}

/** The newest matches, for counting. `capped` tells that there are more than were looked at. */
export async function newestMatches(
  tx: Tx,
  filter: FeedbackFilter,
  limit: number,
): Promise<{ ids: string[]; capped: boolean } | null> {
  const query = filter.q?.trim() ? readQuery(filter.q) : undefined;
  if (query === null) return null;
  const wanted = wantedOf(filter, query?.words ?? []);
  const found = await askPlaces(tx, wanted, null, limit);
  const proved = !query || (query.words.length === 1 && wanted.must.length > 0);
  const fits = proved ? found : await fitting(tx, found, query.fits);
  return { ids: fits.map((place) => place.id), capped: found.length >= limit };
}
