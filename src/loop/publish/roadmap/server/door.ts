// What the house asks of the roadmap: what it keeps of a person.
export { roadmapKeeper } from './roadmap.keeper.ts';
