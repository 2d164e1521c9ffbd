// Finds the programs that some tests need and that no package brings: a Chromium and a PostgreSQL server.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { run } from './set-up.js';

const CHROMIUMS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Path of a Chromium; on a Debian where we are root and it is missing, its package is installed first. Null when there is none. */
export async function findChromium() {
  const given = process.env.HUIYIN_CHROMIUM;
  if (given) return existsSync(given) ? given : null;
  const found = CHROMIUMS.find((file) => existsSync(file));
  if (found) return found;
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return null;
  try {
    await run('apt-get', ['update', '-qq'], { quiet: true });
    await run('apt-get', ['install', '-y', '-qq', 'chromium', 'fonts-noto-cjk'], {
      quiet: true,
      env: { DEBIAN_FRONTEND: 'noninteractive' },
    });
  } catch {
    return null;
  }
  return CHROMIUMS.find((file) => existsSync(file)) ?? null;
}

/** Version of a PostgreSQL server of the system (15 or newer), or null. */
export function findPostgres() {
  const folder = '/usr/lib/postgresql';
  if (!existsSync(folder)) return null;
  const majors = readdirSync(folder)
    .map(Number)
    .filter((major) => major >= 15 && existsSync(`${folder}/${major}/bin/postgres`))
    .sort((one, other) => one - other);
  const major = majors[0];
  if (!major) return null;
  return spawnSync(`${folder}/${major}/bin/postgres`, ['--version'], { encoding: 'utf8' }).stdout.trim() || null;
}
