// Near-duplicates on perturbed reviews: measured by the bench of the duplicates themselves.
import type { Measure } from './evaluate.contract.ts';

export const measureDuplicates: Measure = () => {
  const note = { en: 'its bench is not here', zh: '没有它的基准程序' };
  return {
    title: { en: 'Near-duplicates', zh: '近重复' },
    figures: ['duplicates.precision', 'duplicates.recall', 'duplicates.rate'].map((bar) => ({
      bar,
      value: null,
      note,
    })),
    tables: [],
    notes: [],
  };
};
