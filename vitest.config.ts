// One runner for every kind of test; the store for db and route tests is started once by the global set-up.
import { defineConfig } from 'vitest/config';

const isolated = { pool: 'forks' as const, testTimeout: 60_000, hookTimeout: 120_000 };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...isolated,
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}', 'test/unit/**/*.test.ts'],
          exclude: ['src/**/*.{db,routes}.test.ts', 'src/**/*.db.test.ts'],
        },
      },
      {
        test: {
          ...isolated,
          name: 'db',
          include: ['src/**/*.db.test.ts'],
          globalSetup: ['test/harness/cluster.setup.ts'],
        },
      },
      {
        test: {
          ...isolated,
          name: 'routes',
          include: ['src/**/*.routes.test.ts', 'test/routes/**/*.test.ts'],
          globalSetup: ['test/harness/cluster.setup.ts'],
        },
      },
      { test: { ...isolated, name: 'architecture', include: ['test/architecture/*.test.ts'] } },
      {
        test: {
          ...isolated,
          name: 'journeys',
          include: ['test/e2e/**/*.test.ts'],
          testTimeout: 240_000,
          globalSetup: ['test/harness/cluster.setup.ts'],
        },
      },
    ],
    maxWorkers: 2,
  },
});
