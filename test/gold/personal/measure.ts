// Prints how much of the personal data gold is found, and with --faults the faults of the design half (never of the other).

import { PERSONAL_DATA_KINDS } from '../../../src/text/judge.contract.ts';
import { findPersonalData } from '../../../src/text/personal-data.ts';
import { count, isSame, readGold } from './personal-gold.ts';

const design = readGold('design');
const measure = readGold('measure');
const result = {
  measure: count(measure, findPersonalData),
  design: count(design, findPersonalData),
  both: count([...design, ...measure], findPersonalData),
  kinds: Object.fromEntries(
    PERSONAL_DATA_KINDS.map((kind) => [kind, count([...design, ...measure], findPersonalData, kind)]),
  ),
};
if (process.argv.includes('--json')) console.log(JSON.stringify(result));
else {
  const { kinds, ...halves } = result;
  console.table({ ...halves, ...kinds });
}
if (process.argv.includes('--faults')) {
  for (const { text, wanted } of design) {
    const found = findPersonalData(text);
    const missed = wanted.filter((span) => !found.some((other) => isSame(span, other)));
    const wrong = found.filter((span) => !wanted.some((other) => isSame(span, other)));
    if (missed.length + wrong.length === 0) continue;
    const show = (list: typeof found) =>
      list.map((one) => `${one.kind} «${text.slice(one.start, one.end)}»`).join(', ');
    console.log(`${text}\n    missed ${show(missed) || '-'}\n    wrong  ${show(wrong) || '-'}`);
  }
}
