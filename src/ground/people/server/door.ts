// What other rooms may ask about customers.
export { personByEmail } from './find-person.ts';
export { type Contact, contactOf, hintOf, hintsOf, readPerson } from './person.reads.ts';
export { findOrCreatePeople } from './person.store.ts';
