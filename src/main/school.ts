// Reads the weights of the base once, when the first shop has taught its engine something, and keeps what was studied on it.

import type { ShopWeights } from '../text/adapt/adapt.contract.ts';
import { createStudy, type Study } from '../text/adapt/study.ts';
import { createEngine } from '../text/engine.ts';
import type { TextEngine } from '../text/judge.contract.ts';
import type { TextModel } from '../text/model.ts';
import { loadModel } from '../text/node/load-engine.ts';

export interface School {
  /** An engine with what a shop has taught. */
  make(shop: ShopWeights): Promise<TextEngine>;
  study(): Promise<Study>;
}

export function createSchool(): School {
  let model: Promise<TextModel> | undefined;
  let study: Promise<Study> | undefined;
  const read = () => {
    model ??= loadModel();
    return model;
  };
  return {
    make: async (shop) => createEngine(await read(), shop),
    study: () => {
      study ??= read().then((one) => createStudy(one));
      return study;
    },
  };
}
