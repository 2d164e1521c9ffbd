// What other rooms may ask about customers.
export { type Contact, contactOf, hintOf, readPerson } from './person.reads.ts';
export { findOrCreatePeople } from './person.store.ts';
