// Runs the built product as its users do, in a process of its own, and measures that process from outside.
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const bin = path.resolve(import.meta.dirname, '../bin/huiyin.js');

export interface Finished {
  code: number | null;
  out: string;
  err: string;
  /** Highest resident memory of the process, MB. Null where /proc is missing. */
  peakRssMb: number | null;
  ms: number;
}

function peakOf(pid: number): number | null {
  try {
    const line = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return line ? Number(line[1]) / 1024 : null;
  } catch {
    return null;
  }
}

/** Runs one command to its end. */
export function runHuiyin(args: string[], environment: Record<string, string>): Promise<Finished> {
  const started = performance.now();
  const child = spawn(process.execPath, [bin, ...args], { env: { ...process.env, ...environment } });
  let out = '';
  let err = '';
  let peakRssMb: number | null = null;
  child.stdout.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    err += chunk;
  });
  const watch = setInterval(() => {
    peakRssMb = peakOf(child.pid!) ?? peakRssMb;
  }, 100);
  return new Promise((resolve) => {
    child.on('close', (code) => {
      clearInterval(watch);
      resolve({ code, out, err, peakRssMb, ms: performance.now() - started });
    });
  });
}

export interface Server {
  child: ChildProcess;
  origin: string;
  peakRssMb(): number | null;
  stop(): Promise<void>;
}

/** Starts a server and waits until it is ready. @throws with its output when it ends first */
export async function startServer(
  port: number,
  environment: Record<string, string>,
  detached = false,
): Promise<Server> {
  const child = spawn(process.execPath, [bin, 'start'], {
    env: { ...process.env, HUIYIN_LOG: 'warn', HUIYIN_PORT: String(port), ...environment },
    detached,
  });
  let output = '';
  child.stdout!.on('data', (chunk) => {
    output += chunk;
  });
  child.stderr!.on('data', (chunk) => {
    output += chunk;
  });
  const origin = `http://127.0.0.1:${port}`;
  for (let waited = 0; waited < 600; waited += 1) {
    if (child.exitCode !== null) throw new Error(`the server ended: ${output.slice(-2000)}`);
    const ready = await fetch(`${origin}/readyz`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (ready) {
      return {
        child,
        origin,
        peakRssMb: () => peakOf(child.pid!),
        stop: () =>
          new Promise((resolve) => {
            child.on('close', () => resolve());
            child.kill('SIGTERM');
          }),
      };
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`the server was not ready in a minute: ${output.slice(-2000)}`);
}

/** The p-th percentile (0-100) by the nearest-rank method. */
export function percentile(values: readonly number[], p: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil((p / 100) * sorted.length) - 1)] ?? 0;
}
