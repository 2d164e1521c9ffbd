// Who is told when the cases of a problem are resolved together: each person by one of his cases.

export interface ToldCase {
  id: string;
  /** Known people who reported it. */
  people: readonly string[];
  /** Voices nobody knows; they have no other case by which they could be told. */
  nameless: boolean;
}

/**
 * The cases whose reporters are told. A case is left silent when everybody in it hears by another one. Cases of many people
 * come first, so that they are not told of by halves.
 */
export function casesThatTell(cases: readonly ToldCase[]): Set<string> {
  const told = new Set<string>();
  const telling = new Set<string>();
  const order = [...cases].sort((a, b) => b.people.length - a.people.length || (a.id < b.id ? -1 : 1));
  for (const one of order) {
    if (!one.nameless && one.people.every((person) => told.has(person))) continue;
    telling.add(one.id);
    for (const person of one.people) told.add(person);
  }
  return telling;
}
