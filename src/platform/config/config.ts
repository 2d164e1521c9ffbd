// What the product is told from outside, read once at start and checked before anything else happens.
import { existsSync } from 'node:fs';
import { BlockList, isIP } from 'node:net';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { z } from 'zod';

/** `10.0.0.1`, `10.0.0.0/8`, `::1`, or one of the names the HTTP server knows. */
function isNetwork(text: string): boolean {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(text)) return true;
  const [address = '', prefix, ...rest] = text.split('/');
  const family = isIP(address);
  if (family === 0 || rest.length > 0) return false;
  if (prefix === undefined) return true;
  if (!/^\d{1,3}$/.test(prefix)) return false;
  try {
    new BlockList().addSubnet(address, Number(prefix), family === 6 ? 'ipv6' : 'ipv4');
    return true;
  } catch {
    return false;
  }
}

const schema = z.object({
  HUIYIN_PORT: z
    .string()
    .trim()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .pipe(z.number().max(65_535))
    .default(4870),
  HUIYIN_HOST: z.string().min(1).default('127.0.0.1'),
  HUIYIN_DATA: z.string().min(1).default('./data'),
  HUIYIN_PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .refine((value) => !/[?#@]/.test(value), { message: 'an address without a query, a fragment or a name' })
    .optional(),
  HUIYIN_LOG: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
  /** Reverse proxies whose X-Forwarded-* headers are believed, comma separated. */
  HUIYIN_TRUSTED_PROXIES: z
    .string()
    .transform((value) =>
      value
        .split(',')
        .map((part) => part.trim())
        .filter((part) => part !== ''),
    )
    .refine((parts) => parts.every(isNetwork), { message: 'addresses or networks, comma separated' })
    .optional(),
  HUIYIN_SECRET: z.string().min(32).optional(),
  /** Where letters may be delivered to; off when left out, `0` takes a free port. */
  HUIYIN_SMTP_IN_PORT: z
    .string()
    .trim()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .pipe(z.number().max(65_535))
    .optional(),
  HUIYIN_SMTP_IN_HOST: z.string().min(1).default('127.0.0.1'),
  /** Hosts in the shop's own network that the product may call, comma separated; all others there are refused. */
  HUIYIN_PRIVATE_HOSTS: z
    .string()
    .transform((value) =>
      value
        .split(',')
        .map((part) => part.trim().toLowerCase())
        .filter((part) => part !== ''),
    )
    .optional(),
  /** `off` never asks the public beacon for draws: they rest on commitment and client seed. */
  HUIYIN_BEACON: z.enum(['on', 'off']).default('on'),
  /** Threads that analyse live rooms; 0 analyses in the thread that answers requests. */
  HUIYIN_LIVE_THREADS: z
    .string()
    .trim()
    .regex(/^\d{1,2}$/)
    .transform(Number)
    .optional(),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//)
    .optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//)
    .optional(),
  MAIL_FROM: z.string().default('Huiyin <no-reply@localhost>'),
});

export interface Config {
  port: number;
  host: string;
  dataDir: string;
  /** Address customers and members reach the product at; links in letters start with it. */
  publicUrl: string | null;
  logLevel: string;
  trustedProxies: string[];
  secret: string | null;
  /** Where letters may be delivered to; null while nothing listens. */
  smtpIn: { host: string; port: number } | null;
  /** Hosts in a private network that may be called all the same, lower case. */
  privateHosts: string[];
  /** Whether draws may ask the public beacon. */
  asksBeacon: boolean;
  /** Threads that analyse live rooms; 0 analyses them beside everything else. */
  liveThreads: number;
  databaseUrl: string | null;
  smtpUrl: string | null;
  mailFrom: string;
}

/** @throws an error that names each wrong setting, without its value */
export function readConfig(environment: Record<string, string | undefined>, workingDir: string): Config {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    const wrong = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`settings are not right: ${wrong.join('; ')}`);
  }
  const value = parsed.data;
  return {
    port: value.HUIYIN_PORT,
    host: value.HUIYIN_HOST,
    dataDir: path.resolve(workingDir, value.HUIYIN_DATA),
    publicUrl: value.HUIYIN_PUBLIC_URL?.replace(/\/+$/, '') ?? null,
    logLevel: value.HUIYIN_LOG,
    trustedProxies: value.HUIYIN_TRUSTED_PROXIES ?? [],
    secret: value.HUIYIN_SECRET ?? null,
    smtpIn:
      value.HUIYIN_SMTP_IN_PORT === undefined
        ? null
        : { host: value.HUIYIN_SMTP_IN_HOST, port: value.HUIYIN_SMTP_IN_PORT },
    privateHosts: value.HUIYIN_PRIVATE_HOSTS ?? [],
    asksBeacon: value.HUIYIN_BEACON === 'on',
    liveThreads: value.HUIYIN_LIVE_THREADS ?? Math.max(1, availableParallelism() - 1),
    databaseUrl: value.DATABASE_URL ?? null,
    smtpUrl: value.SMTP_URL ?? null,
    mailFrom: value.MAIL_FROM,
  };
}

/** Address at which links lead here: the set one, or else the one the product listens on, as this machine can reach it. */
export function originOf(config: Pick<Config, 'publicUrl' | 'host' | 'port'>): string {
  if (config.publicUrl) return config.publicUrl;
  const anywhere = ['0.0.0.0', '::'].includes(config.host);
  const host = anywhere ? 'localhost' : isIP(config.host) === 6 ? `[${config.host}]` : config.host;
  return `http://${host}:${config.port}`;
}

/** Reads a `.env` file beside the product, when there is one, without overriding what is already set. */
export function loadEnvFile(workingDir: string): void {
  const file = path.join(workingDir, '.env');
  if (existsSync(file)) process.loadEnvFile(file);
}
