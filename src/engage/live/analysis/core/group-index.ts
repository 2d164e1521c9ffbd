// Finds groups that may resemble a question without looking at all of them.
import type { LiveClass } from './analysis.contract.ts';
import type { Group, Variant } from './question-group.ts';

/** Room for the rounding of sums of weights. */
const ROUNDING = 1e-9;

interface Entry {
  one: Group;
  /** The search that met it last. */
  search: number;
}

/** Only questions of the same class and product are ever compared, so each such pair has lists of its own. */
export class GroupIndex {
  private shelves = new Map<string, Map<string, Entry[]>>();
  private search = 0;
  /** Places of the pieces by how many groups share them; used again by each search. */
  private order: number[] = [];
  private found: Group[] = [];

  add(one: Group): void {
    const key = keyOf(one.group.class, one.group.productId);
    let shelf = this.shelves.get(key);
    if (shelf === undefined) {
      shelf = new Map();
      this.shelves.set(key, shelf);
    }
    const entry = { one, search: 0 };
    for (const gram of one.leader.grams) {
      const list = shelf.get(gram);
      if (list === undefined) shelf.set(gram, [entry]);
      else list.push(entry);
    }
  }

  remove(one: Group): void {
    const key = keyOf(one.group.class, one.group.productId);
    const shelf = this.shelves.get(key);
    if (shelf === undefined) return;
    for (const gram of one.leader.grams) {
      const list = shelf.get(gram);
      if (list === undefined) continue;
      const at = list.findIndex((entry) => entry.one === one);
      if (at < 0) continue;
      const last = list.pop()!;
      if (last.one !== one) list[at] = last;
      if (list.length === 0) shelf.delete(gram);
    }
    if (shelf.size === 0) this.shelves.delete(key);
  }

  /**
   * All groups of the same class and product whose likeness may reach `least`, each once, in no order, and some that do not.
   * A group that shares only pieces lighter together than `least` × mass cannot, so that the commonest pieces are not looked up.
   * @returns an array that the next search fills anew
   */
  candidates(
    reading: Pick<Variant, 'grams' | 'weights' | 'mass'>,
    kind: LiveClass,
    productId: string | null,
    least: number,
  ): readonly Group[] {
    const { found, order } = this;
    found.length = 0;
    const shelf = this.shelves.get(keyOf(kind, productId));
    if (shelf === undefined) return found;
    const { grams, weights, mass } = reading;
    order.length = 0;
    for (let at = 0; at < grams.length; at += 1) {
      const size = shelf.get(grams[at]!)?.length ?? 0;
      if (size > 0) order.push(size * 4096 + at);
    }
    order.sort(descending);
    this.search += 1;
    const { search } = this;
    let spare = least * mass - ROUNDING;
    for (const packed of order) {
      const at = packed % 4096;
      spare -= weights[at]!;
      if (spare > 0) continue;
      for (const entry of shelf.get(grams[at]!)!) {
        if (entry.search === search) continue;
        entry.search = search;
        found.push(entry.one);
      }
    }
    return found;
  }
}

function descending(a: number, b: number): number {
  return b - a;
}

function keyOf(kind: LiveClass, productId: string | null): string {
  return `${kind}|${productId ?? ''}`;
}
