// `npm test`: sets up what the tests need, runs every kind of test, and ends with one plain line that counts them all.

import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findChromium, findPostgres } from './find-tools.js';
import { checkNode, ensureBuilt, ensureInstalled, root } from './set-up.js';

checkNode();
await ensureInstalled(true);
await ensureBuilt();

const only = process.argv.slice(2);
const folder = mkdtempSync(path.join(tmpdir(), 'huiyin-tests-'));
const total = { passed: 0, failed: 0, skipped: 0 };
const faults = [];
const chromium = await findChromium();
const postgres = findPostgres();

/** Runs one vitest project and adds up what it reports; a runner that reports nothing counts as a failure. */
async function suite(name, project, env = {}) {
  if (only.length > 0 && !only.includes(project)) return;
  console.log(`\n── ${name}`);
  const report = path.join(folder, `${project}-${Object.keys(env).join('')}.json`);
  const args = [
    path.join(root, 'node_modules', 'vitest', 'vitest.mjs'),
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ];
  await new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
    child.on('close', resolve);
  });
  if (!existsSync(report)) {
    total.failed += 1;
    faults.push(`${name}: the runner ended without a report`);
    return;
  }
  const result = JSON.parse(readFileSync(report, 'utf8'));
  const suitesFailed = result.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  );
  total.passed += result.numPassedTests;
  total.failed += result.numFailedTests + suitesFailed.length;
  total.skipped += result.numPendingTests + (result.numTodoTests ?? 0);
  for (const file of suitesFailed) faults.push(`${path.relative(root, file.name)} could not run: ${file.message}`);
  for (const file of result.testResults) {
    for (const test of file.assertionResults.filter((one) => one.status === 'failed'))
      faults.push(`${path.relative(root, file.name)} › ${test.fullName}\n${test.failureMessages.join('\n')}`);
  }
}

await suite('architecture', 'architecture');
await suite('unit', 'unit');
await suite('database, built-in PostgreSQL', 'db');
await suite('routes', 'routes');
if (postgres) await suite(`database, system PostgreSQL (${postgres})`, 'db', { HUIYIN_TEST_STORE: 'system' });
else
  skip(
    'database on a system PostgreSQL',
    'no PostgreSQL server is installed here; set DATABASE_URL or install postgresql',
  );
if (chromium) await suite(`journeys in ${chromium}`, 'journeys', { HUIYIN_CHROMIUM: chromium });
else skip('browser journeys', 'no Chromium was found; install it or set HUIYIN_CHROMIUM');

rmSync(folder, { recursive: true, force: true });
// Said once more at the end, where a reader of a long log looks first.
for (const fault of faults) console.error(`\nnot passed: ${fault.slice(0, 3000)}`);
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0);

function skip(name, reason) {
  if (only.length > 0) return;
  total.skipped += 1;
  console.log(`\n── ${name}: skipped, ${reason}`);
}
