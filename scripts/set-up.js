// Everything a fresh clone needs before the product can run: packages from the lockfile, then the build. Plain JavaScript
// without dependencies, because it runs before there are any.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const at = (...parts) => path.join(root, ...parts);

/** Ends with a plain sentence when Node is too old, before anything else can fail in a stranger way. */
export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`Huiyin needs Node 20.19 or newer; this is ${process.version}. 需要 Node 20.19 或更新版本。`);
    process.exit(1);
  }
}

/** Runs a command in the product's folder; rejects when it fails. */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: options.quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32',
      env: { ...process.env, ...options.env },
    });
    let output = '';
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) return resolve(output);
      reject(new Error(`${command} ${args.join(' ')} ended with ${code}\n${output.slice(-4000)}`));
    });
  });
}

const say = (line) => process.stderr.write(`${line}\n`);

function hashOf(...files) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(readFileSync(at(file)));
  return hash.digest('hex');
}

/**
 * Installs what the lockfile names, once. Install scripts stay off: nothing we use needs them.
 * @param {boolean} withTools also what tests and checks need
 * @throws {Error} when `node_modules` is a link, before anything is removed
 */
export async function ensureInstalled(withTools) {
  const marker = at('node_modules', '.huiyin-installed');
  const wanted = hashOf('package-lock.json');
  const [have, extent] = existsSync(marker) ? readFileSync(marker, 'utf8').split(' ') : [];
  if (have === wanted && (extent === 'all' || !withTools)) return;
  await onlyOne('install', async () => {
    const [again, reach] = existsSync(marker) ? readFileSync(marker, 'utf8').split(' ') : [];
    if (again === wanted && (reach === 'all' || !withTools)) return;
    refuseLink(at('node_modules'));
    say('installing packages, about a minute the first time 正在安装依赖，首次约需一分钟 …');
    const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund'];
    if (!withTools) args.push('--omit=dev');
    await run('npm', args, { quiet: true });
    writeFileSync(marker, `${wanted} ${withTools ? 'all' : 'run'}`);
  });
}

/** `npm ci` empties the folder first: through a link it would empty one that belongs to somebody else. */
function refuseLink(folder) {
  if (!lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink()) return;
  throw new Error(
    `${folder} is a link; packages would be removed where it leads. Remove the link first. node_modules 是符号链接，安装会清空它指向的文件夹，请先删除这个链接。`,
  );
}

function* filesUnder(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* filesUnder(full);
    else if (!/\.test\.tsx?$/.test(entry.name)) yield full;
  }
}

/** Console, server and command line, and the small programs that run in other people's pages. */
const BUILDS = [
  'vite.config.ts',
  'vite.server.config.ts',
  'vite.check.config.ts',
  'vite.draw.config.ts',
  'vite.widget.config.ts',
  'vite.live.config.ts',
];

function sourceFingerprint() {
  const hash = createHash('sha256');
  const files = [
    ...filesUnder(at('src')),
    ...filesUnder(at('locales')),
    ...BUILDS.map((config) => at(config)),
    at('package-lock.json'),
  ];
  for (const file of files.sort()) {
    const { size, mtimeMs } = statSync(file);
    hash.update(`${path.relative(root, file)} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

/** Builds console, server and widget when the sources have changed since the last build. */
export async function ensureBuilt() {
  const marker = at('dist', '.built-from');
  const wanted = sourceFingerprint();
  const fresh = () => existsSync(marker) && readFileSync(marker, 'utf8') === wanted;
  if (fresh()) return;
  await onlyOne('build', async () => {
    if (fresh()) return;
    say('building, a few seconds 正在构建，请稍候 …');
    rmSync(marker, { force: true });
    const vite = at('node_modules', 'vite', 'bin', 'vite.js');
    const build = (config) =>
      run(process.execPath, [vite, 'build', '-c', config, '--logLevel', 'warn'], { quiet: true });
    await Promise.all(BUILDS.map(build));
    writeFileSync(marker, wanted);
  });
}

/** Two starts at once must not install or build over each other; the second waits. A lock whose holder died is taken. */
async function onlyOne(name, work) {
  const lock = at(`.huiyin-${name}.lock`);
  for (let waited = 0; ; waited += 1) {
    try {
      mkdirSync(lock);
      writeFileSync(path.join(lock, 'pid'), String(process.pid));
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      if (!holderLives(lock)) rmSync(lock, { recursive: true, force: true });
      else await new Promise((resolve) => setTimeout(resolve, 500));
    }
    if (waited === 4) say('waiting for another start to finish its set-up 正在等待另一个进程完成安装 …');
  }
  try {
    await work();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

function holderLives(lock) {
  try {
    const pid = Number(readFileSync(path.join(lock, 'pid'), 'utf8'));
    process.kill(pid, 0);
    return true;
  } catch (error) {
    if (error.code === 'EPERM') return true;
    // The folder may be a moment older than the file in it.
    return existsSync(lock) && Date.now() - statSync(lock).mtimeMs < 2000;
  }
}
