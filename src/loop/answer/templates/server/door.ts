// What the features of this room ask of templates.
export { unknownVariables } from '../core/fill-template.ts';
export { type FillFacts, fillFor } from './fill.ts';
export { giveStarters } from './starters.ts';
export { readResolvedTemplate, readTemplate } from './template.reads.ts';
export { countUse } from './template.store.ts';
