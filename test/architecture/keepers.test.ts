// Whatever a table can hold of a person has a keeper who hands it out and erases it; a new table cannot be forgotten.
import { describe, expect, it } from 'vitest';
import { listFiles, readText, sources } from './source-files.ts';

/** Columns that lead to a person, or hold what he or somebody about him said. */
const TELLING =
  /^(person_id|reporter|identified_by|text|title|body|comment|note|notes|quote|words|subject|error|errors|payload|answer|answers|data|facts|context|meta|statement|content|order_hash|order_hint|file_id|file_name|.*_sealed|sealed|to_hint|from_hint)$/;

/** Tables with such a column that hold nothing of a customer, each with the reason. */
const NOTHING_OF_A_PERSON: Record<string, string> = {
  webhook_sources: 'a sealed secret of the shop',
  webhook_endpoints: 'a sealed secret and a note of the shop',
  shop_sources: 'a sealed secret of the shop',
  mailboxes: 'addresses and a password of the shop',
  webhook_deliveries: 'outcomes by number; ids of voices, which stay as nameless shells',
  clocked_cases: 'facts of a case: priority, theme, channel',
  live_draws: 'rules of the shop; winners by a masked name and a name in that draw only',
  live_interactions: 'rules and sums; questions masked by the gate, of nobody by name',
  live_rooms: 'rooms of the shop',
  live_shelf: 'products of the shop and facts about them',
  live_sources: 'sealed secrets of the shop',
  live_segments: 'names files of journals, from which the keeper of live rooms has viewers cut by a job',
};

function tables(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const file of listFiles('migrations', /\.sql$/)) {
    const text = readText(file);
    for (const [, name, body] of text.matchAll(
      /CREATE (?:UNLOGGED )?TABLE (?:IF NOT EXISTS )?(?:public\.)?([a-z_]+) \(([\s\S]*?)\n\)/g,
    )) {
      const columns = [...body!.matchAll(/^ {2}([a-z_]+) /gm)].map((match) => match[1]!);
      found.set(name!, columns);
    }
    for (const [, name, column] of text.matchAll(/ALTER TABLE ([a-z_]+) ADD COLUMN ([a-z_]+)/g)) {
      found.get(name!)?.push(column!);
    }
  }
  return found;
}

describe('what is kept of a person', () => {
  const all = tables();
  const telling = [...all]
    .filter(([, columns]) => columns.some((column) => TELLING.test(column)))
    .map(([name]) => name);
  // A keeper names its tables itself, or by the stores of its own feature and of the machines.
  const keepers = sources().filter((file) => /keeper|forget-|thanks|photo\.store|file\.store|person\.store/.test(file));
  const sql = keepers
    .flatMap((file) => [...readText(file).matchAll(/`([^`]*)`/g)].map((match) => match[1]!))
    .join('\n');

  it('is looked for in every table', () => {
    expect(all.size).toBeGreaterThan(80);
    expect(telling.length).toBeGreaterThan(40);
  });

  it('has a keeper in every table that could hold any of it', () => {
    const forgotten = telling.filter(
      (name) => !(name in NOTHING_OF_A_PERSON) && !new RegExp(`\\b(?:FROM|JOIN|UPDATE|USING)\\s+${name}\\b`).test(sql),
    );
    expect(forgotten).toEqual([]);
  });

  it('excuses no table that names a person', () => {
    for (const name of Object.keys(NOTHING_OF_A_PERSON)) {
      expect(telling, name).toContain(name);
      expect(all.get(name), name).not.toContain('person_id');
    }
  });

  it('is known to the house: every keeper stands in the one list', () => {
    const list = readText('src/main/keepers.ts');
    const made = sources()
      .filter((file) => !file.startsWith('src/main/') && /keeper/.test(file) && !/contract|platform/.test(file))
      .flatMap((file) =>
        [...readText(file).matchAll(/export (?:const|function) (\w+Keepers?)\b/g)].map((match) => match[1]!),
      );
    expect(made.length).toBeGreaterThan(25);
    expect(made.filter((name) => !list.includes(name))).toEqual([]);
  });
});
