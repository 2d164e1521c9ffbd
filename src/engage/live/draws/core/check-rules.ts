// Says what is still missing in the rules of a draw, or what the law does not allow, and turns a whole form into the rules it will keep.
import { QUICKNET, REVEAL_WITHIN_MS, roundForClose } from './draw-beacon.ts';
import {
  type ChanceKind,
  type DrawDraft,
  type DrawRules,
  MOST_PRIZE_FEN,
  MOST_WINNERS,
  type PrizeDraft,
} from './draw-rules.contract.ts';

/** Comments that stand for the chance where there is no network. */
export const LAST_COMMENTS = 20;

export const RULE_FAULTS = [
  'title_missing',
  'organiser_missing',
  'contact_missing',
  'prizes_missing',
  'prize_name_missing',
  'prize_value_missing',
  'prize_over_limit',
  'prize_values_differ',
  'too_many_prizes',
  'conditions_missing',
  'keyword_missing',
  'claim_missing',
  'staff_unstated',
] as const;
export type RuleFault = (typeof RULE_FAULTS)[number];

/** Worth of one piece in fen, at converted value where it is not in yuan; null when nobody stated it. */
export function fenOf(prize: PrizeDraft): number | null {
  return prize.value.currency === 'CNY' ? prize.value.minor : prize.valueCnyMinor;
}

/** @returns what stands in the way of opening, each with the field it is about; empty when the form is complete and allowed */
export function faultsOfRules(draft: DrawDraft): { path: string; code: RuleFault }[] {
  const faults: { path: string; code: RuleFault }[] = [];
  const need = (isThere: unknown, path: string, code: RuleFault) => {
    if (!isThere) faults.push({ path, code });
  };
  need(draft.title, 'title', 'title_missing');
  need(draft.organiserName, 'organiserName', 'organiser_missing');
  need(draft.organiserContact, 'organiserContact', 'contact_missing');
  need(draft.prizes.length > 0, 'prizes', 'prizes_missing');
  draft.prizes.forEach((prize, at) => {
    const fen = fenOf(prize);
    need(prize.name, `prizes.${at}.name`, 'prize_name_missing');
    need(fen !== null && fen > 0, `prizes.${at}.valueCnyMinor`, 'prize_value_missing');
    need((fen ?? 0) <= MOST_PRIZE_FEN, `prizes.${at}.value`, 'prize_over_limit');
    const isTwice = prize.value.currency === 'CNY' && prize.valueCnyMinor !== null;
    need(!isTwice || prize.valueCnyMinor === prize.value.minor, `prizes.${at}.valueCnyMinor`, 'prize_values_differ');
  });
  const winners = draft.prizes.reduce((sum, prize) => sum + prize.count, 0);
  need(winners <= MOST_WINNERS, 'prizes', 'too_many_prizes');
  need(draft.conditions, 'conditions', 'conditions_missing');
  need(!draft.entryWays.includes('keyword') || draft.keyword, 'keyword', 'keyword_missing');
  need(draft.claimHow, 'claimHow', 'claim_missing');
  need(draft.isStaffListWhole, 'isStaffListWhole', 'staff_unstated');
  return faults;
}

/** The rules as they will stand, with their times and their chance; the form must have no faults. */
export function rulesOf(
  draft: DrawDraft,
  at: {
    drawId: string;
    opensMs: number;
    chance: ChanceKind;
    excluded: DrawRules['excluded'];
    perNetworkAndMinute?: number;
  },
): DrawRules {
  const closesMs = at.opensMs + draft.runSeconds * 1000;
  const chance: DrawRules['chance'] =
    at.chance === 'beacon'
      ? {
          kind: 'beacon',
          chain: QUICKNET.name,
          chainHash: QUICKNET.chainHash,
          round: roundForClose(closesMs),
        }
      : at.chance === 'host'
        ? { kind: 'host' }
        : { kind: 'comments', last: LAST_COMMENTS };
  return {
    v: 1,
    drawId: at.drawId,
    title: draft.title,
    organiser: { name: draft.organiserName, contact: draft.organiserContact },
    prizes: draft.prizes.map(({ name, kind, count, value, ...prize }) => ({
      name,
      kind,
      count,
      value,
      valueCnyMinor: fenOf({ name, kind, count, value, ...prize })!,
    })),
    conditions: draft.conditions,
    entry: {
      ways: [...draft.entryWays].sort(),
      keyword: draft.entryWays.includes('keyword') ? draft.keyword : null,
      ...(draft.signedOnly ? { signedOnly: true } : {}),
      ...(at.perNetworkAndMinute === undefined ? {} : { perNetworkAndMinute: at.perNetworkAndMinute }),
    },
    opensAt: new Date(at.opensMs).toISOString(),
    closesAt: new Date(closesMs).toISOString(),
    tickets: draft.tickets,
    odds: 'counts',
    claim: { how: draft.claimHow, hours: draft.claimHours, unclaimed: draft.unclaimed },
    excluded: at.excluded,
    chance,
    revealWithinMs: REVEAL_WITHIN_MS,
  };
}

/** Tickets of one person by the rules; the highest that applies. */
export function ticketsOf(rules: DrawRules, user: { follower?: boolean; newcomer?: boolean }): number {
  const { base, follower, newcomer } = rules.tickets;
  return Math.max(base, user.follower ? follower : 0, user.newcomer ? newcomer : 0);
}
