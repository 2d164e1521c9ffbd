// What a feature hands to the console so that its screens appear: a path, a component, and its place in the rail.
import type { ComponentType } from 'react';
import type { IconName } from './icons.tsx';

/** Where a page stands in the rail. */
export interface RailEntry {
  /** namespaced key, for example `cases:rail` */
  labelKey: string;
  icon: IconName;
  /** position in the order of the loop; steps of ten, see `railOrder` */
  order: number;
  /** `loop` rooms come first, `settings` below a line */
  group: 'loop' | 'settings';
  /** single-letter target after `g`, for example `i` makes `g i` open it */
  jump?: string;
}

export interface PageDef {
  /** absolute path; parameters as `$name`, for example `/cases/$caseId` */
  path: string;
  /** namespaced key of the browser tab's title, for example `cases:title` */
  titleKey: string;
  /** permission from the matrix a member must hold; none means everybody signed in */
  permission?: string;
  /** loads the component: `() => import('./inbox-page.tsx').then((m) => m.InboxPage)` */
  load: () => Promise<ComponentType>;
  /** shown in the rail when given */
  rail?: RailEntry;
  /** `page` scrolls as a whole with side margins (default); `full` gets the whole area and scrolls its own panes */
  frame?: 'page' | 'full';
}

/** Parts of the rail in the order a voice travels; the desk is what one opens all day long and has no heading. */
export const RAIL_PARTS = ['desk', 'collect', 'understand', 'act', 'answer', 'verify', 'publish', 'engage'] as const;
export type RailPart = (typeof RAIL_PARTS)[number];

/** Which part of the rail a room of the loop stands in, by its place in `railOrder`. */
export function railPart(order: number): RailPart {
  if (order < 30) return 'desk';
  if (order < 40) return 'understand';
  if (order < 50) return 'collect';
  if (order < 54) return 'understand';
  if (order < 55) return 'act';
  if (order < 66) return 'answer';
  if (order < 70) return 'verify';
  return order < 90 ? 'publish' : 'engage';
}

/** The agreed order of the rail; within a part rooms stand in this order. */
export const railOrder = {
  overview: 10,
  inbox: 20,
  feedback: 30,
  imports: 40,
  forms: 42,
  signals: 44,
  themes: 50,
  labels: 51,
  accuracy: 52,
  problems: 54,
  clocks: 60,
  promises: 62,
  callbacks: 64,
  verify: 66,
  insight: 70,
  review: 74,
  reports: 78,
  roadmap: 82,
  evidence: 86,
  live: 90,
  shows: 92,
  draws: 94,
  members: 110,
  keys: 120,
  webhooks: 126,
  liveSources: 128,
  audit: 130,
  deadLetters: 140,
  mail: 150,
} as const;
