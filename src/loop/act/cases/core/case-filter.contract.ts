// Which cases a list shows: one filter, written as query fields in an address and as JSON in a saved view.
import { z } from 'zod';
import { CASE_STATUSES, PRIORITIES } from './case.contract.ts';

export const SORTS = ['due', 'priority', 'newest', 'oldest'] as const;
export type CaseSort = (typeof SORTS)[number];

const idList = z.array(z.string().max(60)).max(50);

/** All that are given must hold; within a list any will do. An empty filter is every open case. */
export const caseFilter = z.object({
  statuses: z.array(z.enum(CASE_STATUSES)).max(7).optional(),
  priorities: z.array(z.enum(PRIORITIES)).max(5).optional(),
  /** Member ids; `me` is the reader, `none` is nobody. */
  owners: idList.optional(),
  /** Team ids; `mine` are the reader's, `none` is no team. */
  teams: idList.optional(),
  themes: idList.optional(),
  channels: idList.optional(),
  productIds: idList.optional(),
  personId: z.string().max(60).optional(),
  vip: z.boolean().optional(),
  /** `late`: a clock is past due · `soon`: due within 4 hours or warned · `today`: due within 24 hours. */
  due: z.enum(['late', 'soon', 'today']).optional(),
  /** Put aside: left out (default), shown as well, or alone. */
  snoozed: z.enum(['hide', 'show', 'only']).optional(),
  openedFrom: z.iso.datetime({ offset: true }).optional(),
  openedTo: z.iso.datetime({ offset: true }).optional(),
  /** A case's number, or words of its title among the newest 20,000 cases. */
  q: z.string().trim().max(100).optional(),
});
export type CaseFilter = z.output<typeof caseFilter>;

const listOf = <T extends z.ZodType>(item: T) =>
  z.preprocess(
    (value) => (typeof value === 'string' ? value.split(',').filter(Boolean) : value),
    z.array(item).max(50),
  );

/** The same filter as query fields: lists are comma-separated or repeated. */
export const caseFilterQuery = {
  status: listOf(z.enum(CASE_STATUSES)).optional(),
  priority: listOf(z.enum(PRIORITIES)).optional(),
  owner: listOf(z.string().max(60)).optional(),
  team: listOf(z.string().max(60)).optional(),
  theme: listOf(z.string().max(60)).optional(),
  channel: listOf(z.string().max(60)).optional(),
  product: listOf(z.string().max(60)).optional(),
  person: z.string().max(60).optional(),
  vip: z.stringbool().optional(),
  due: caseFilter.shape.due,
  snoozed: caseFilter.shape.snoozed,
  openedFrom: caseFilter.shape.openedFrom,
  openedTo: caseFilter.shape.openedTo,
  q: caseFilter.shape.q,
};
const queryShape = z.object(caseFilterQuery);

/** Reads the filter out of the query fields of a list. */
export function filterOfQuery(query: z.output<typeof queryShape>): CaseFilter {
  const { status, priority, owner, team, theme, channel, product, person, ...same } = queryShape.parse(query);
  const filter: CaseFilter = {
    ...same,
    statuses: status,
    priorities: priority,
    owners: owner,
    teams: team,
    themes: theme,
    channels: channel,
    productIds: product,
    personId: person,
  };
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
}

/** Writes a filter as query fields, for the address of a list. */
export function queryOfFilter(filter: CaseFilter): Record<string, string> {
  const { statuses, priorities, owners, teams, themes, channels, productIds, personId, ...same } = filter;
  const lists = {
    status: statuses,
    priority: priorities,
    owner: owners,
    team: teams,
    theme: themes,
    channel: channels,
    product: productIds,
  };
  const query: Record<string, string> = {};
  for (const [name, list] of Object.entries(lists)) if (list?.length) query[name] = list.join(',');
  if (personId) query.person = personId;
  for (const [name, value] of Object.entries(same)) if (value !== undefined) query[name] = String(value);
  return query;
}
