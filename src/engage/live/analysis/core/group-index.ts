// Finds groups that share pieces with a question without looking at all of them.
import type { LiveClass } from './analysis.contract.ts';
import type { Group } from './question-group.ts';

/** A piece that so many groups share tells nothing apart; others of the question lead to them. */
const MOST_SHARED = 300;

export class GroupIndex {
  private byGram = new Map<string, Group[]>();

  add(one: Group): void {
    for (const gram of one.leader.grams) {
      const list = this.byGram.get(gram);
      if (list === undefined) this.byGram.set(gram, [one]);
      else list.push(one);
    }
  }

  remove(one: Group): void {
    for (const gram of one.leader.grams) {
      const list = this.byGram.get(gram);
      if (list === undefined) continue;
      const at = list.indexOf(one);
      if (at >= 0) list.splice(at, 1);
      if (list.length === 0) this.byGram.delete(gram);
    }
  }

  /** Groups of the same class and product that share a piece, each once. */
  candidates(grams: readonly string[], kind: LiveClass, productId: string | null): Set<Group> {
    const found = new Set<Group>();
    for (const gram of grams) {
      const list = this.byGram.get(gram);
      if (list === undefined || (list.length > MOST_SHARED && grams.length > 1 && gram.charCodeAt(0) !== 0x23))
        continue;
      for (const one of list) if (one.group.class === kind && one.group.productId === productId) found.add(one);
    }
    return found;
  }
}
