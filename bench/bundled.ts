// Builds a bench as the product is built and runs it in a process of its own: what a loader of TypeScript holds is no memory of ours.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';

const root = path.resolve(import.meta.dirname, '..');

/**
 * @param entries name → file, the first is run; threads stand beside it under the names the product gives them
 * @param options arguments, what it reads from its standard input, and settings besides those of this process
 * @returns what the process printed, read as JSON
 */
export async function runBundled(
  entries: Readonly<Record<string, string>>,
  options: { args?: readonly string[]; input?: string; env?: Readonly<Record<string, string>> } = {},
): Promise<unknown> {
  // Inside the package, where its libraries are found; threads are looked for in a folder of this name.
  mkdirSync(path.join(root, 'dist'), { recursive: true });
  const folder = mkdtempSync(path.join(root, 'dist', 'bench-'));
  try {
    await build({
      root,
      configFile: false,
      publicDir: false,
      logLevel: 'error',
      build: {
        ssr: true,
        outDir: path.join(folder, 'server'),
        target: 'node20',
        rolldownOptions: {
          input: Object.fromEntries(Object.entries(entries).map(([name, file]) => [name, path.join(root, file)])),
          output: { entryFileNames: '[name].js' },
        },
      },
    });
    const [first] = Object.keys(entries);
    const child = spawn(process.execPath, [path.join(folder, 'server', `${first}.js`), ...(options.args ?? [])], {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { ...process.env, NODE_OPTIONS: '', ...options.env },
    });
    let said = '';
    child.stdout.on('data', (part) => {
      said += part;
    });
    child.stdin.end(options.input ?? '');
    const code = await new Promise((resolve) => child.on('close', resolve));
    if (code !== 0) throw new Error(`${first} ended with ${code}`);
    return JSON.parse(said);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
