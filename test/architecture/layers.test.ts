// The house is what ARCHITECTURE.md says it is, and each rule is seen to catch what it forbids.
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { cruiseTree } from './cruise.ts';
import { RULES } from './rules.ts';

const root = path.resolve(import.meta.dirname, '../..');

describe('layers', () => {
  it('holds in src', async () => {
    const result = await cruiseTree(root);
    // A compiler the tool cannot use makes it read nothing and report that all is well.
    expect(result.summary.totalCruised).toBeGreaterThan(200);
    expect(result.summary.totalDependenciesCruised).toBeGreaterThan(500);
    const broken = result.summary.violations.map((one) => `${one.rule.name}: ${one.from} -> ${one.to}`);
    expect(broken).toEqual([]);
  });

  it('catches a planted violation of every rule', async () => {
    const result = await cruiseTree(path.join(import.meta.dirname, 'planted'));
    const caught = new Map<string, string[]>();
    for (const one of result.summary.violations)
      caught.set(one.rule.name, [...(caught.get(one.rule.name) ?? []), one.from]);
    expect([...caught.keys()].sort()).toEqual(RULES.map((rule) => rule.name!).sort());
  });
});
