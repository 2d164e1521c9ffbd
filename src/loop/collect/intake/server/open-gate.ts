// What the gate needs to work: keys for sealing, counters, and the tools its pure steps call.
import { randomUUID } from 'node:crypto';
import type { Metrics } from '../../../../platform/metrics/metrics.ts';
import type { Sealer } from '../../../../platform/secrets/seal.ts';
import type { TextEngine } from '../../../../text/judge.contract.ts';
import { maskPersonalData } from '../../../../text/personal-data.ts';
import type { GateTools } from '../core/gate.ts';

export interface Gate {
  sealer: Sealer;
  metrics: Metrics;
  tools: GateTools;
}

/** @param engine judges spam; the judgement itself is made after the gate */
export function createGate(deps: { sealer: Sealer; metrics: Metrics; engine: TextEngine }): Gate {
  return {
    sealer: deps.sealer,
    metrics: deps.metrics,
    tools: {
      mask: maskPersonalData,
      spamOf: (text) => deps.engine.spam(text),
      nameless: randomUUID,
    },
  };
}
