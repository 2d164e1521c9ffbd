// Writes the client package into dist/sdk: one script, its types, a package.json and its page.

import { spawnSync } from 'node:child_process';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const at = (...parts) => path.join(root, ...parts);

function run(...args) {
  const done = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (done.status !== 0) process.exit(done.status ?? 1);
}

run(at('node_modules', 'vite', 'bin', 'vite.js'), 'build', '-c', 'vite.sdk.config.ts', '--logLevel', 'warn');
run(at('node_modules', '@typescript', 'native', 'bin', 'tsc'), '-p', 'tsconfig.sdk.json');
const { version, license, engines, dependencies } = JSON.parse(readFileSync(at('package.json'), 'utf8'));
const described = {
  name: '@huiyin/sdk',
  version,
  description: 'Client for Huiyin 回音, typed from its contracts',
  license,
  type: 'module',
  engines,
  exports: { '.': { types: './types/main/sdk/sdk.d.ts', default: './index.js' } },
  // Types speak of schemas; nothing of it is loaded at run time.
  dependencies: { zod: dependencies.zod },
};
writeFileSync(at('dist', 'sdk', 'package.json'), `${JSON.stringify(described, null, 2)}\n`);
copyFileSync(at('src', 'main', 'sdk', 'README.md'), at('dist', 'sdk', 'README.md'));
process.stdout.write('dist/sdk\n');
