// Planted: an edge that reaches past the verbs.
import { store } from '../ground/people/server/person.store.ts';

export const start = store;
