// What signals tell the later rooms.
import { z } from 'zod';
import { defineEvent } from '../../../../kit/event.ts';

/** A group of recorded signals, at most 1,000; one event a group. */
export const signalReceived = defineEvent('signal.received', z.object({ signalIds: z.array(z.string()) }));
export const shopSourceCreated = defineEvent(
  'shop_source.created',
  z.object({ name: z.string(), platform: z.string() }),
);
export const shopSourceChanged = defineEvent('shop_source.changed', z.object({ from: z.unknown(), to: z.unknown() }));
export const shopSourceSecretRotated = defineEvent('shop_source.secret_rotated', z.object({}));
export const signalImportStarted = defineEvent('signal_import.started', z.object({ fileName: z.string() }));
export const signalImportFinished = defineEvent(
  'signal_import.finished',
  z.object({ recorded: z.number(), duplicates: z.number(), rejected: z.number(), failure: z.string().nullable() }),
);
