// What other rooms may ask about customers.
export type { NicknameRefusal } from '../core/nickname.ts';
export { personByEmail } from './find-person.ts';
export { nicknameFrom, type ThanksForm, thanksForm } from './page/thanks-form.ts';
export { personKeeper } from './person.keeper.ts';
export { type Contact, contactOf, hintOf, hintsOf, readPerson, readThanks, type Thanks } from './person.reads.ts';
export { findOrCreatePeople, lockPerson } from './person.store.ts';
export { setThanks } from './set-thanks.ts';
export { thanksKeeper } from './thanks.keeper.ts';
