// The whole product on a fresh database, driven without a network: one caller for each role and strangers who must get nothing.

import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Env, systemEnv } from '../../src/ground/env.ts';
import { ROLES, type Role } from '../../src/ground/members/core/permission.contract.ts';
import { hashPassword } from '../../src/ground/members/server/password.ts';
import { createKey } from '../../src/ground/members/server/verbs/create-key.ts';
import { newId } from '../../src/kit/ids.ts';
import { fillPath, type RouteSpec } from '../../src/kit/route.ts';
import { openProduct, type Product } from '../../src/main/product.ts';
import { readConfig } from '../../src/platform/config/config.ts';
import { createLog } from '../../src/platform/log/log.ts';
import { loadEngine } from '../../src/text/node/load-engine.ts';
import { type TestDatabase, testDatabase } from './database.ts';

export interface TestAnswer<T = Record<string, never>> {
  status: number;
  body: T;
  headers: Record<string, string | string[] | number | undefined>;
}

export interface TestCaller {
  role: Role;
  secret: string;
  memberId: string;
  /** Calls a described route; the answer is not checked here. */
  call(
    spec: RouteSpec,
    input?: { params?: object; query?: object; body?: unknown; headers?: Record<string, string> },
  ): Promise<TestAnswer<any>>;
}

export interface TestApp {
  db: TestDatabase;
  product: Product;
  /** Callers of workspace A by role. */
  as: Record<Role, TestCaller>;
  /** The owner of workspace B: knows every path, may see nothing of A. */
  stranger: TestCaller;
  /** Nobody at all. */
  nobody: TestCaller;
  env: Env;
  /** The product's clock; tests move it. */
  clock: { now: Date };
  /** Runs reactions and due jobs until nothing is left. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

let seq = 0;

/** Opens the product on its own database. Call in `beforeAll`, `close()` in `afterAll`. */
export async function testApp(
  options: { startAt?: string; environment?: Record<string, string>; logFile?: string } = {},
): Promise<TestApp> {
  const db = await testDatabase();
  const dataDir = mkdtempSync(path.join(tmpdir(), 'huiyin-test-'));
  const clock = { now: new Date(options.startAt ?? '2026-03-02T02:00:00Z') };
  const config = readConfig(
    {
      HUIYIN_DATA: dataDir,
      HUIYIN_SECRET: randomBytes(24).toString('hex'),
      HUIYIN_LOG: 'silent',
      HUIYIN_BEACON: 'off',
      HUIYIN_LIVE_THREADS: '0',
      ...options.environment,
    },
    dataDir,
  );
  const engine = await loadEngine();
  const product = await openProduct({
    config,
    database: db.database,
    engine,
    log: options.logFile ? createLog('debug', options.logFile) : createLog(process.env.HUIYIN_TEST_LOG ?? 'silent'),
    now: () => clock.now,
    processMetrics: false,
    limits: { stranger: 1_000_000, caller: 1_000_000 },
  });
  await product.app.ready();
  const callerOf = async (workspaceId: string, role: Role): Promise<TestCaller> => {
    const env = systemEnv(db.workspace(workspaceId), clock.now, 'test');
    const memberId = newId('mem');
    seq += 1;
    await db.asOwner(
      `INSERT INTO members (id, workspace_id, email, name, role, state, password_hash, created_at) VALUES ($1,$2,$3,$4,$5,'active',$6,$7)`,
      [memberId, workspaceId, `${role}${seq}@example.com`, `${role} ${seq}`, role, null, clock.now],
    );
    const made = await createKey(env, { name: `${role} test`, role, scopes: [] });
    if (!made.ok) throw new Error(made.reason);
    return caller(product, role, made.value.secret, memberId);
  };
  const as = {} as Record<Role, TestCaller>;
  for (const role of ROLES) as[role] = await callerOf(db.workspaceA, role);
  const stranger = await callerOf(db.workspaceB, 'owner');
  return {
    db,
    product,
    as,
    stranger,
    nobody: caller(product, 'viewer', '', ''),
    get env() {
      return systemEnv(db.a, clock.now, 'test');
    },
    clock,
    settle: () => product.settle(),
    async close() {
      await product.stop();
      await db.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

function caller(product: Product, role: Role, secret: string, memberId: string): TestCaller {
  return {
    role,
    secret,
    memberId,
    async call(spec, input = {}) {
      const query = new URLSearchParams();
      for (const [key, value] of Object.entries(input.query ?? {})) {
        for (const item of Array.isArray(value) ? value : [value])
          if (item !== undefined) query.append(key, String(item));
      }
      const search = query.toString();
      const answer = await product.app.inject({
        method: spec.method,
        url: fillPath(spec.path, input.params as Record<string, unknown>) + (search ? `?${search}` : ''),
        headers: {
          'accept-language': 'en',
          ...(secret ? { authorization: `Bearer ${secret}` } : {}),
          ...input.headers,
        },
        ...(input.body === undefined ? {} : { payload: input.body as never }),
      });
      let body: unknown = answer.body;
      try {
        body = JSON.parse(answer.body);
      } catch {
        // Not JSON: a page or a file.
      }
      return { status: answer.statusCode, body: body as never, headers: answer.headers };
    },
  };
}

/** Gives a member of the test a password, for tests that sign in. */
export async function setPassword(app: TestApp, memberId: string, password: string): Promise<void> {
  await app.db.asOwner('UPDATE members SET password_hash = $1 WHERE id = $2', [await hashPassword(password), memberId]);
}
