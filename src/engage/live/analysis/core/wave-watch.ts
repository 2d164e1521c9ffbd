// Finds waves: near copies by many accounts that are new, alike or timed. It explains and lowers weights; it never hides anybody.
import type { LiveAlert } from './analysis.contract.ts';
import { type CrowdNames, nameShape } from './name-shape.ts';
import type { Hit } from './series.ts';
import { scoreWave, type WaveMember } from './wave-score.ts';
import type { CommentReading } from './words/comment-reader.ts';

const WINDOW_MS = 90_000;
const LEAST_PEOPLE = 8;
/** Shorter words are what everybody says. */
const LEAST_LENGTH = 5;
const ALIKE = 0.55;
const MOST_CLUSTERS = 400;
const MOST_MEMBERS = 400;
/** Seen first so shortly before that the account counts as new. */
const NEW_MS = 150_000;
const MEMORY_MS = 10 * 60_000;
const CHECK_EVERY = 4;

export interface WaveComment {
  reading: CommentReading;
  hit: Hit;
  productId: string | null;
  index: number;
  seenAt: number;
  isNewcomer: boolean;
  isFirstWord: boolean;
  hasEntered: boolean;
  voted: -1 | 0 | 1;
}

interface Cluster {
  id: number;
  grams: string[];
  members: (WaveMember & { hit: Hit; productId: string | null; index: number; voted: -1 | 0 | 1; key: string })[];
  people: number;
  others: number;
  lastAt: number;
  /** Below 1 once it is a wave. */
  weight: number;
  alertId: string | null;
  since: number;
}

/** A cluster in the lists of its pieces, with how many of them the running search met. */
interface Posting {
  cluster: Cluster;
  search: number;
  shared: number;
}

export interface FoundWave {
  cluster: Cluster;
  weight: number;
  reasons: LiveAlert['reasons'];
  /** Members whose weight was 1 until now. */
  members: Cluster['members'];
}

export interface SavedWaves {
  seq: number;
  clusters: Cluster[];
  newShare: number;
  firstShare: number;
  names: [string, number][];
  nameMass: number;
}

export class WaveWatch {
  private seq = 0;
  private clusters: Cluster[] = [];
  private byGram = new Map<string, Posting[]>();
  private search = 0;
  /** Clusters a search met, used again by each. */
  private met: Posting[] = [];
  /** Share of comments by new people, and of people's first words; slow averages. */
  private newShare = 0.5;
  private firstShare = 0.5;
  private names: CrowdNames = { shapes: new Map(), mass: 0 };

  constructor(private readonly startedAt: number) {}

  /** Weight of this comment, and the wave it completed, if any. */
  take(said: WaveComment): { weight: number; found: FoundWave | null; alertId: string | null } {
    const { reading, hit } = said;
    const isNew = said.isNewcomer || hit.at - said.seenAt <= NEW_MS;
    const shape = nameShape(hit.name);
    this.learn(isNew, said.isFirstWord, shape);
    if (
      reading.length < LEAST_LENGTH ||
      reading.isCheer ||
      reading.class === 'greeting' ||
      reading.class.startsWith('claim.')
    )
      return { weight: 1, found: null, alertId: null };
    const grams = pairsOf(reading.folded);
    const cluster = this.nearest(grams, hit.at);
    if (!isNew) {
      // Those who have been here copy a joke; they count against a wave and keep their weight.
      if (cluster !== null) cluster.others += 1;
      return { weight: 1, found: null, alertId: null };
    }
    const home = cluster ?? this.open(grams, hit.at);
    home.lastAt = Math.max(home.lastAt, hit.at);
    if (!home.members.some((member) => member.hit.person === hit.person)) home.people += 1;
    home.members.push({
      at: hit.at,
      shape,
      lag: said.hasEntered && said.isFirstWord ? hit.at - said.seenAt : null,
      isFirstWord: said.isFirstWord,
      isBuyer: hit.isBuyer,
      hit,
      productId: said.productId,
      index: said.index,
      voted: said.voted,
      key: reading.key,
    });
    if (home.members.length > MOST_MEMBERS) home.members.shift();
    if (home.alertId !== null) return { weight: hit.isBuyer ? 1 : home.weight, found: null, alertId: home.alertId };
    this.shorten(home, hit.at);
    if (home.people < LEAST_PEOPLE || (home.people > LEAST_PEOPLE && home.members.length % CHECK_EVERY !== 0))
      return { weight: 1, found: null, alertId: null };
    const score = scoreWave(home.members, home.others, {
      newShare: this.newShare,
      firstShare: this.firstShare,
      names: this.names,
      isYoungShow: hit.at - this.startedAt < NEW_MS * 2,
    });
    if (score === null) return { weight: 1, found: null, alertId: null };
    home.weight = score.weight;
    return {
      weight: score.weight,
      found: { cluster: home, weight: score.weight, reasons: score.reasons, members: [...home.members] },
      alertId: null,
    };
  }

  save(): SavedWaves {
    const { seq, clusters, newShare, firstShare, names } = this;
    return { seq, clusters, newShare, firstShare, names: [...names.shapes], nameMass: names.mass };
  }

  load(saved: SavedWaves): void {
    this.seq = saved.seq;
    this.clusters = saved.clusters;
    this.newShare = saved.newShare;
    this.firstShare = saved.firstShare;
    this.names = { shapes: new Map(saved.names), mass: saved.nameMass };
    this.byGram.clear();
    for (const cluster of this.clusters) this.index(cluster);
  }

  private learn(isNew: boolean, isFirst: boolean, shape: string): void {
    this.newShare += 0.002 * ((isNew ? 1 : 0) - this.newShare);
    this.firstShare += 0.002 * ((isFirst ? 1 : 0) - this.firstShare);
    const { names } = this;
    names.mass += 1;
    names.shapes.set(shape, (names.shapes.get(shape) ?? 0) + 1);
    if (names.mass < 20_000 && names.shapes.size < 4000) return;
    names.mass /= 2;
    for (const [key, count] of names.shapes) {
      if (count < 2) names.shapes.delete(key);
      else names.shapes.set(key, count / 2);
    }
  }

  private nearest(grams: readonly string[], now: number): Cluster | null {
    const { met } = this;
    met.length = 0;
    this.search += 1;
    for (const gram of grams) {
      const list = this.byGram.get(gram);
      if (list === undefined) continue;
      for (const posting of list) {
        if (posting.search !== this.search) {
          posting.search = this.search;
          posting.shared = 0;
          met.push(posting);
        }
        posting.shared += 1;
      }
    }
    let best: Cluster | null = null;
    let bestLikeness = ALIKE;
    for (const { cluster: one, shared } of met) {
      const alike = shared / (grams.length + one.grams.length - shared);
      if (alike < bestLikeness) continue;
      const reach = one.alertId !== null ? MEMORY_MS : WINDOW_MS;
      if (now - one.lastAt > reach) continue;
      if (alike > bestLikeness || (alike === bestLikeness && (best === null || one.id < best.id))) {
        best = one;
        bestLikeness = alike;
      }
    }
    return best;
  }

  private open(grams: string[], at: number): Cluster {
    if (this.clusters.length >= MOST_CLUSTERS) this.forget(at);
    const cluster: Cluster = {
      id: this.seq,
      grams,
      members: [],
      people: 0,
      others: 0,
      lastAt: at,
      weight: 1,
      alertId: null,
      since: at,
    };
    this.seq += 1;
    this.clusters.push(cluster);
    this.index(cluster);
    return cluster;
  }

  private index(cluster: Cluster): void {
    const posting = { cluster, search: 0, shared: 0 };
    for (const gram of cluster.grams) {
      const list = this.byGram.get(gram);
      if (list === undefined) this.byGram.set(gram, [posting]);
      else list.push(posting);
    }
  }

  private shorten(cluster: Cluster, now: number): void {
    const { members } = cluster;
    if (members.length === 0 || members[0]!.at >= now - WINDOW_MS) return;
    cluster.members = members.filter((member) => member.at >= now - WINDOW_MS);
    cluster.people = new Set(cluster.members.map((member) => member.hit.person)).size;
    cluster.others = Math.floor(cluster.others / 2);
  }

  private forget(now: number): void {
    const kept = this.clusters.filter((one) => now - one.lastAt <= (one.alertId !== null ? MEMORY_MS : WINDOW_MS));
    this.clusters = kept.length > MOST_CLUSTERS * 0.75 ? kept.slice(-Math.floor(MOST_CLUSTERS / 2)) : kept;
    this.byGram.clear();
    for (const one of this.clusters) this.index(one);
  }
}

/** Pairs of characters, each once; for comparing whole wordings. */
function pairsOf(folded: string): string[] {
  const pairs = new Set<string>();
  const end = Math.min(folded.length - 1, 120);
  for (let at = 0; at < end; at += 1) pairs.add(folded.slice(at, at + 2));
  return [...pairs];
}
