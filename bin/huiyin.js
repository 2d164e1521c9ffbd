#!/usr/bin/env node
// The command `huiyin`: does its own set-up on a fresh clone, then hands over to the built command line.
import { checkNode, ensureBuilt, ensureInstalled } from '../scripts/set-up.js';

checkNode();
// An image that was installed and built before says so and starts at once.
if (process.env.HUIYIN_SKIP_SETUP !== '1') {
  try {
    await ensureInstalled(false);
    await ensureBuilt();
  } catch (error) {
    console.error(`the set-up did not finish 安装未完成: ${error.message}`);
    process.exit(1);
  }
}
const { run } = await import('../dist/server/cli.js');
await run(process.argv.slice(2));
