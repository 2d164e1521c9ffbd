// Weighs the signs of a wave: new accounts, first words, names of one pattern, entering only to write, arrivals like clockwork.
import type { LiveAlert } from './analysis.contract.ts';
import type { CrowdNames } from './name-shape.ts';

export interface WaveMember {
  at: number;
  shape: string;
  /** From entering to the first word, milliseconds; null when unknown. */
  lag: number | null;
  isFirstWord: boolean;
  isBuyer: boolean;
}

export interface RoomUsual {
  /** Share of comments by new people, and of first words. */
  newShare: number;
  firstShare: number;
  names: CrowdNames;
  /** In the first minutes everybody is new. */
  isYoungShow: boolean;
}

const LEAST_WEIGHT = 0.1;

/** The weight of the members' words and why; null when it is no wave. Repetition alone never is. */
export function scoreWave(
  members: readonly WaveMember[],
  others: number,
  room: RoomUsual,
): { weight: number; reasons: LiveAlert['reasons'] } | null {
  const n = members.length;
  const all = n + others;
  const newShare = n / all;
  // Written as much by those who have been here: a joke of the room.
  if (newShare < 0.7) return null;
  const usual = Math.min(0.9, Math.max(0.1, room.newShare));
  const newZ = (n - all * usual) / Math.sqrt(all * usual * (1 - usual));
  const firsts = members.filter((member) => member.isFirstWord).length;
  const firstUsual = Math.min(0.9, Math.max(0.1, room.firstShare));
  const firstZ = (firsts - n * firstUsual) / Math.sqrt(n * firstUsual * (1 - firstUsual));
  const name = commonShape(members, room.names);
  const lags = members.flatMap((member) => (member.lag === null ? [] : [member.lag]));
  const quick = lags.length >= n * 0.5 ? lags.filter((lag) => lag <= 30_000).length / n : 0;
  const even = evenness(members);
  const buyers = members.filter((member) => member.isBuyer).length / n;
  if (buyers > 0.2) return null;

  const reasons: LiveAlert['reasons'] = [{ key: 'wave_copies', values: { people: n } }];
  let score = 0;
  let signs = 0;
  if (newZ >= 2.5 && !room.isYoungShow) {
    score += 0.25;
    signs += 1;
    reasons.push({ key: 'wave_new', values: { share: percent(newShare), usual: percent(usual) } });
  }
  if (firstZ >= 2.5) {
    score += 0.2;
    signs += 1;
    reasons.push({ key: 'wave_first', values: { share: percent(firsts / n) } });
  }
  if (name.share >= 0.5 && name.lift >= 3) {
    score += 0.3;
    signs += 1;
    reasons.push({ key: 'wave_names', values: { share: percent(name.share), pattern: name.shape } });
  }
  if (quick >= 0.7) {
    score += 0.15;
    signs += 1;
    reasons.push({ key: 'wave_quick', values: { share: percent(quick) } });
  }
  if (even <= 0.6) {
    score += 0.15;
    signs += 1;
    reasons.push({ key: 'wave_even' });
  }
  // Two signs that are not the copies themselves, and one of them about who they are.
  const isAboutWho = name.share >= 0.5 || (newZ >= 2.5 && !room.isYoungShow) || firstZ >= 2.5;
  if (signs < 2 || !isAboutWho || score < 0.4) return null;
  return { weight: Math.max(LEAST_WEIGHT, Math.round((1 - score) * 100) / 100), reasons };
}

/** The commonest name pattern among members, and how much commoner it is than in the room. */
function commonShape(
  members: readonly WaveMember[],
  names: CrowdNames,
): { shape: string; share: number; lift: number } {
  const counts = new Map<string, number>();
  let shape = '';
  let most = 0;
  for (const member of members) {
    // A name without digits or a common beginning is no pattern.
    if (member.shape === '') continue;
    const count = (counts.get(member.shape) ?? 0) + 1;
    counts.set(member.shape, count);
    if (count > most) {
      most = count;
      shape = member.shape;
    }
  }
  const share = most / members.length;
  const usual = (Math.max(0, (names.shapes.get(shape) ?? 0) - most) + 1) / (names.mass + 20);
  return { shape, share, lift: share / usual };
}

/** Spread of the times between arrivals over their mean: 1 for chance, near 0 for a clock. */
function evenness(members: readonly WaveMember[]): number {
  if (members.length < 8) return 1;
  const gaps: number[] = [];
  for (let at = 1; at < members.length; at += 1) gaps.push(Math.max(0, members[at]!.at - members[at - 1]!.at));
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
  if (mean < 50) return 1;
  const variance = gaps.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / gaps.length;
  return Math.sqrt(variance) / mean;
}

function percent(share: number): number {
  return Math.round(share * 100);
}
