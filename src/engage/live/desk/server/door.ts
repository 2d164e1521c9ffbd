// What the composition of the live rooms asks of the desk.
export { Desk, type DeskDeps } from './desk.ts';
export type { OpenCase } from './do-deed.ts';
export { caseOpener } from './open-case.ts';
