// Tells whether two questionnaires ask the same in the same words.
import { type FormDefinition, formDefinition } from './form.contract.ts';

/** Both are read once more, so that neither the order of keys nor a default left out makes a difference. */
export function sameDefinition(one: FormDefinition, other: FormDefinition): boolean {
  return JSON.stringify(formDefinition.parse(one)) === JSON.stringify(formDefinition.parse(other));
}
