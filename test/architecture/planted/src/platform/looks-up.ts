// Planted: a machine knows people.
import { person } from '../ground/people/core/person.contract.ts';

export const up = person;
