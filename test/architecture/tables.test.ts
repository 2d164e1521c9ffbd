// A feature's SQL names only its own tables and what others publish.
import { describe, expect, it } from 'vitest';
import { listFiles, readText, sources } from './source-files.ts';

interface Owned {
  tables: Map<string, string>;
  views: Set<string>;
}

/** Reads from the migrations who owns which table: the first line of each names the feature. */
function readOwners(): Owned {
  const tables = new Map<string, string>();
  const views = new Set<string>();
  for (const file of listFiles('migrations', /\.sql$/)) {
    const text = readText(file);
    const feature = /^-- feature: (\S+)/.exec(text)?.[1];
    expect(feature, `${file} names its feature in the first line`).toBeTruthy();
    for (const match of text.matchAll(/CREATE (?:UNLOGGED )?TABLE (?:IF NOT EXISTS )?(?:public\.)?([a-z_]+)/g))
      tables.set(match[1]!, feature!);
    for (const match of text.matchAll(/CREATE (?:OR REPLACE )?VIEW (?:public\.)?([a-z_]+)/g)) views.add(match[1]!);
  }
  return { tables, views };
}

/** Screens over the machines' own tables; each reads nothing else. */
const SCREENS_OF_MACHINES: Record<string, string[]> = {
  mails: ['src/ground/mailroom/', 'src/loop/answer/'],
  dead_letters: ['src/ground/deadletters/'],
  events: ['src/ground/audit/'],
  workspaces: ['src/ground/'],
};

describe('tables', () => {
  const { tables, views } = readOwners();

  it('are known', () => {
    expect(tables.size).toBeGreaterThan(25);
    expect(views.size).toBeGreaterThan(5);
  });

  it('are numbered once and only forward', () => {
    const numbers = listFiles('migrations', /\.sql$/).map((file) => file.split('/').at(-1)!.slice(0, 4));
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it('are touched only by their own feature', () => {
    const strangers: string[] = [];
    for (const file of sources()) {
      if (!/^src\/(ground|loop|engage|platform)\//.test(file)) continue;
      // Only inside SQL templates; words in prose do not count.
      for (const template of readText(file).matchAll(/sql(?:<[^>]*>)?`([^`]*)`/g)) {
        for (const match of template[1]!.matchAll(/\b(?:FROM|JOIN|INTO|UPDATE|TABLE)\s+([a-z_]+)\b/g)) {
          const owner = tables.get(match[1]!);
          if (!owner || file.startsWith(`src/${owner}/`)) continue;
          if (owner.startsWith('platform/') && file.startsWith('src/platform/')) continue;
          if (owner === 'ground/members' && file.startsWith('src/ground/teams/')) continue;
          if (SCREENS_OF_MACHINES[match[1]!]?.some((folder) => file.startsWith(folder))) continue;
          strangers.push(`${file}: ${match[1]} belongs to ${owner}`);
        }
      }
    }
    expect(strangers).toEqual([]);
  });

  it('are named with their workspace in every statement that reads or changes them', () => {
    const open: string[] = [];
    for (const file of sources()) {
      if (!/^src\/(ground|loop|engage)\//.test(file)) continue;
      for (const template of readText(file).matchAll(/sql(?:<[^>]*>)?`([^`]*)`/g)) {
        const text = template[1]!;
        const verb = /^\s*(SELECT|UPDATE|DELETE|WITH|INSERT)\b/.exec(text)?.[1];
        if (!verb || /\bworkspace(_id|Id)?\b|\bhuiyin\./.test(text)) continue;
        const named = [...text.matchAll(/\b(?:FROM|JOIN|INTO|UPDATE)\s+([a-z_]+)\b/g)].map((match) => match[1]!);
        const guarded = named.filter((name) => (tables.has(name) && name !== 'workspaces') || views.has(name));
        if (guarded.length > 0) open.push(`${file}: ${guarded.join(', ')}`);
      }
    }
    // Before a caller is known there is no workspace: these find out which one it is, as the machine.
    const before = [
      'src/ground/members/server/identify.ts',
      'src/ground/members/server/verbs/use-invitation.ts',
      // Sweeps away what has expired, in every workspace.
      'src/ground/members/server/member.jobs.ts',
    ];
    expect(open.filter((line) => !before.some((file) => line.startsWith(file)))).toEqual([]);
  });
});
