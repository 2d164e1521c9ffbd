// Makes, continues and removes the demo shop: one at a time, alone with the store, and never half a one taken for whole.
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { shopBySlug } from '../../ground/members/server/door.ts';
import { DEFAULT_WORKSPACE, ensureWorkspace } from '../../ground/members/server/first-run.ts';
import type { Database } from '../../platform/database/database.ts';
import { eraseWorkspace } from '../../platform/store/erase-workspace.ts';
import type { Product } from '../product.ts';
import { type DemoCounts, NOTHING_COUNTED } from './demo.contract.ts';
import { type DemoShop, insertDemo, readDemo, saveProgress } from './demo.store.ts';
import { tellStory } from './tell-story.ts';

export const DEMO_SLUG = 'demo';
export const DEMO_DAYS = 90;
export const DEMO_SEED = 20_26;

export interface DemoOptions {
  seed?: number;
  days?: number;
  scale?: number;
  /** The last day of the story; now when left out. */
  until?: Date;
}

export interface DemoKeeper {
  /** Whether this process is making it now. */
  readonly making: boolean;
  /** Why the last making in this process ended early; null when it did not. */
  readonly trouble: string | null;
  read(): Promise<DemoShop | undefined>;
  /** Makes it unless it is there already. @returns what was counted */
  make(options?: DemoOptions, onDay?: (day: number, days: number, counts: DemoCounts) => void): Promise<DemoCounts>;
  /** Begins again with what a killed process left unfinished: the same seed and day tell the same story. */
  resume(): Promise<void>;
  /** @returns whether there was one */
  remove(): Promise<boolean>;
}

/** @param product where it is made; its own work stands still meanwhile, its routes stay up */
export function createDemoKeeper(product: () => Product): DemoKeeper {
  let busy: Promise<DemoCounts> | null = null;
  let trouble: string | null = null;
  const database = (): Database => product().tools.database;

  async function erase(workspaceId: string): Promise<void> {
    const { tools, rooms } = product();
    // A show that somebody left running in it ends with it.
    for (const room of rooms.hub.rooms())
      if (room.workspaceId === workspaceId) await rooms.hub.end(workspaceId, room.roomId);
    await eraseWorkspace(database(), workspaceId);
    await rm(path.join(tools.config.dataDir, 'files', workspaceId), { recursive: true, force: true });
    await rm(path.join(tools.config.dataDir, 'live', workspaceId), { recursive: true, force: true });
    tools.identifier.forget();
  }

  async function tell(options: DemoOptions, onDay?: (day: number, days: number, counts: DemoCounts) => void) {
    const there = await readDemo(database());
    if (there?.finishedAt) return there.counts;
    // What was begun is told again from its first day: the store holds nothing of the broken one.
    if (there) await erase(there.workspaceId);
    else if (await shopBySlug(database().machine, DEMO_SLUG))
      throw new Error('a real shop has the name of the demo shop');
    const told = {
      seed: options.seed ?? there?.seed ?? DEMO_SEED,
      days: options.days ?? there?.days ?? DEMO_DAYS,
      scale: options.scale ?? there?.scale ?? 1,
      until: options.until ?? there?.until ?? product().tools.now(),
    };
    const workspaceId = (await ensureWorkspace(database(), DEMO_SLUG, told.until, true))!;
    await insertDemo(database(), { workspaceId, ...told, startedAt: new Date() });
    const counts = await product().alone(() =>
      tellStory(product().tools, workspaceId, {
        ...told,
        onDay: async (day, soFar) => {
          await saveProgress(database(), workspaceId, { day, counts: soFar });
          onDay?.(day, told.days, soFar);
        },
      }),
    );
    await saveProgress(database(), workspaceId, { day: told.days, counts, finishedAt: new Date() });
    return counts;
  }

  const keeper: DemoKeeper = {
    get making() {
      return busy !== null;
    },
    get trouble() {
      return trouble;
    },
    read: () => readDemo(database()),
    make(options = {}, onDay) {
      if (busy) return busy;
      trouble = null;
      busy = tell(options, onDay)
        .catch((error: unknown) => {
          trouble = error instanceof Error ? error.message : String(error);
          product().tools.log.error({ error }, 'the demo shop could not be made');
          throw error;
        })
        .finally(() => {
          busy = null;
        });
      return busy;
    },
    async resume() {
      const there = await readDemo(database());
      if (there && !there.finishedAt) await keeper.make();
    },
    async remove() {
      const there = await readDemo(database());
      if (!there) return false;
      await erase(there.workspaceId);
      return true;
    },
  };
  return keeper;
}

/** How it stands, with nothing counted where there is none. */
export function standingOf(demo: DemoShop | undefined): { day: number; days: number; counts: DemoCounts } {
  return demo
    ? { day: demo.day, days: demo.days, counts: { ...NOTHING_COUNTED, ...demo.counts } }
    : { day: 0, days: DEMO_DAYS, counts: NOTHING_COUNTED };
}

/** The shop somebody comes from when he goes into the demo without one of his own. */
export const HOME_SLUG = DEFAULT_WORKSPACE;
