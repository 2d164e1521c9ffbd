// What other rooms may ask about customers.
export { type Contact, contactOf, readPerson } from './person.reads.ts';
export { findOrCreatePeople } from './person.store.ts';
