// Puts the many event types into the few groups a person thinks in, so that one can see what a source gives and lacks.

export const GROUPS = {
  comments: ['comment', 'question'],
  paid: ['gift', 'superchat'],
  likes: ['like'],
  visits: ['viewer.enter', 'viewer.follow', 'viewer.subscribe', 'viewer.share'],
  numbers: ['viewer.count'],
  products: ['product.pin', 'product.list', 'product.update'],
  orders: ['order.created', 'order.paid'],
  draws: ['interaction.open', 'interaction.result', 'interaction.update'],
  removals: ['comment.remove'],
  show: ['room.start', 'room.end'],
} as const;
export type Group = keyof typeof GROUPS;

/** The groups of which a source gives at least one type, and those it gives nothing of, in a fixed order. */
export function groupsOf(gives: readonly string[]): { given: Group[]; missing: Group[] } {
  const all = Object.keys(GROUPS) as Group[];
  const isGiven = (group: Group) => GROUPS[group].some((type) => gives.includes(type));
  return { given: all.filter(isGiven), missing: all.filter((group) => !isGiven(group)) };
}
