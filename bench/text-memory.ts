// Memory of the engine as a program carries it: bundled to plain JavaScript, alone in a process, fed line by line.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'vite';

export interface EngineMemory {
  texts: number;
  /** Largest resident set of the process, MB. */
  peakMb: number;
}

const root = path.resolve(import.meta.dirname, '..');

/** @param texts judged one after the other  @param models folder of other weights than the shipped ones */
export async function engineMemory(texts: readonly string[], models?: string): Promise<EngineMemory> {
  const folder = mkdtempSync(path.join(tmpdir(), 'huiyin-memory-'));
  try {
    await build({
      root,
      configFile: false,
      publicDir: false,
      logLevel: 'error',
      build: {
        ssr: path.join(import.meta.dirname, 'text-memory-entry.ts'),
        outDir: folder,
        target: 'node20',
        rolldownOptions: { output: { entryFileNames: 'entry.mjs' } },
      },
    });
    const child = spawn(process.execPath, [path.join(folder, 'entry.mjs')], {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { ...process.env, NODE_OPTIONS: '', HUIYIN_BENCH_MODELS: models ?? path.join(root, 'models') },
    });
    let said = '';
    child.stdout.on('data', (part) => {
      said += part;
    });
    child.stdin.end(texts.map((text) => text.replaceAll(/[\r\n]+/g, ' ')).join('\n'));
    const code = await new Promise((resolve) => child.on('close', resolve));
    if (code !== 0) throw new Error(`the engine alone ended with ${code}`);
    return JSON.parse(said) as EngineMemory;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
