// Decides how words reach a person: back by the channel his voice came in by, and never nowhere.
import type { Way, WayReason, WayWish } from './delivery.contract.ts';

/** Places where other people own the door: the product can hear there but not speak, so a member posts the answer. */
const OUTSIDE: ReadonlySet<string> = new Set(['review', 'chat', 'hotline', 'community', 'social', 'live']);
/** Of these, the ones everybody can read: a secret link must never be posted there. */
const IN_PUBLIC: ReadonlySet<string> = new Set(['review', 'community', 'social', 'live']);
/** Where the person reads on our own page. */
const OWN_PAGE: ReadonlySet<string> = new Set(['portal', 'widget']);

export interface WayFacts {
  wish: WayWish;
  /** The channel of the latest voice of this reporter in this case. */
  channel: string;
  /** Whether somebody is known behind the voice. */
  known: boolean;
  hasEmail: boolean;
  /** Whether the person has opened his status page before, so that he will find words there. */
  readsPage: boolean;
}

export interface ChosenWay {
  way: Way;
  reason: WayReason | null;
}

/** Total: every combination has a way; where nothing else leads to the person a task is left to a member of staff. */
export function chooseWay(facts: WayFacts): ChosenWay {
  if (facts.wish === 'task') return { way: 'task', reason: 'asked_for' };
  if (facts.wish === 'email') return facts.hasEmail ? { way: 'email', reason: 'asked_for' } : lost(facts);
  if (OUTSIDE.has(facts.channel)) return { way: 'task', reason: facts.known ? 'no_way_back' : 'no_person' };
  if (facts.hasEmail) return { way: 'email', reason: null };
  if (OWN_PAGE.has(facts.channel) && facts.readsPage) return { way: 'page', reason: null };
  return lost(facts);
}

/** Tells whether what is posted on this channel can be read by anybody. */
export function isPublicChannel(channel: string): boolean {
  return IN_PUBLIC.has(channel);
}

function lost(facts: WayFacts): ChosenWay {
  return { way: 'task', reason: facts.known ? 'no_address' : 'no_person' };
}
