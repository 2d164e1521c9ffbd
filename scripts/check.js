// `npm run check`: all that a change must pass, cheapest first; stops at the first part that fails.
import path from 'node:path';
import { checkNode, ensureInstalled, root, run } from './set-up.js';

checkNode();
await ensureInstalled(true);
const bin = (name) => path.join(root, 'node_modules', '.bin', name);
const parts = [
  ['format and lint', bin('biome'), ['ci', '--error-on-warnings', '--max-diagnostics=50', '.']],
  ['types', bin('tsc'), ['--noEmit', '-p', 'tsconfig.json']],
  ['types of core, without DOM or Node', bin('tsc'), ['--noEmit', '-p', 'tsconfig.core.json']],
  ['size of the widget', process.execPath, [path.join(root, 'scripts', 'widget-size.js')]],
  ['tests', process.execPath, [path.join(root, 'scripts', 'test.js')]],
];
for (const [name, command, args] of parts) {
  console.log(`\n== ${name}`);
  try {
    await run(command, args);
  } catch {
    console.error(`\n${name}: not passed`);
    process.exit(1);
  }
}
