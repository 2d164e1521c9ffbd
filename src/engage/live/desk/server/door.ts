// What the composition of the live rooms asks of the desk.
export { Desk, type DeskDeps } from './desk.ts';
export type { OpenCase } from './do-deed.ts';
