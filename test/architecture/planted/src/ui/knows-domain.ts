// Planted: a component knows people.
import { person } from '../ground/people/core/person.contract.ts';

export const shown = person;
