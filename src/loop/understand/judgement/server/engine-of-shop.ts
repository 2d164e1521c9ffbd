// Which engine judges a workspace's feedback: the base, or the base with what this shop has taught it.
import type { Tx } from '../../../../platform/database/database.ts';
import type { TextEngine } from '../../../../text/judge.contract.ts';

/** Knows the engine each shop has made its own; handed in by the house, since learning stands beside judging. */
export interface EngineOfShop {
  /** The engine in force for the workspace of this transaction. */
  of(tx: Tx): Promise<TextEngine>;
}

/** What judging is handed: the base, and where the shops' own engines are. Without the latter the base judges everywhere. */
export interface JudgingDeps {
  engine: TextEngine;
  shops?: EngineOfShop | undefined;
}

/** The engine for the workspace of this transaction. */
export function engineFor(deps: JudgingDeps, tx: Tx): Promise<TextEngine> {
  return deps.shops ? deps.shops.of(tx) : Promise.resolve(deps.engine);
}
