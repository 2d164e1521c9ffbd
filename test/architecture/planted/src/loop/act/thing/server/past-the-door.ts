// Planted: another feature's store.
import { store } from '../../../../ground/people/server/person.store.ts';

export const past = store;
