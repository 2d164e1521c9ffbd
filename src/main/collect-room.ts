// Opens the further ways in: questionnaires, widget, mailboxes, transcripts, commerce signals.
import type { Gate } from '../loop/collect/intake/server/door.ts';
import { createListener } from '../loop/collect/mailboxes/server/listener.ts';
import { mailboxJobs, mailboxSweeps } from '../loop/collect/mailboxes/server/mailbox.jobs.ts';
import { mailboxMountedRoutes } from '../loop/collect/mailboxes/server/mailbox.routes.ts';
import { photoMountedRoutes } from '../loop/collect/photos/server/photo.routes.ts';
import { createSignalDesk } from '../loop/collect/signals/server/door.ts';
import { signalRoutes } from '../loop/collect/signals/server/signal.routes.ts';
import { signalImportJobs } from '../loop/collect/signals/server/signal-import.jobs.ts';
import { widgetMountedRoutes } from '../loop/collect/widget/server/site.routes.ts';
import type { Tools } from './product.ts';
import type { RoomParts } from './room-parts.ts';

export function openCollectRoom(tools: Tools, gate: Gate): RoomParts {
  const { config, database, files, log, now, sealer } = tools;
  const signals = createSignalDesk(sealer, (workspaceId) => database.workspace(workspaceId));
  const mail = { database, gate, files, privateHosts: config.privateHosts };
  const listener = config.smtpIn ? createListener(mail, { at: config.smtpIn, now, log }) : null;
  return {
    routes: [
      ...photoMountedRoutes(files),
      ...widgetMountedRoutes({ database, gate, files }),
      ...mailboxMountedRoutes(mail, listener),
      ...signalRoutes({ database, sealer, files, desk: signals }),
    ],
    reactions: [],
    jobs: [...mailboxJobs(mail), ...signalImportJobs({ files, sealer })],
    recurring: [...mailboxSweeps(mail)],
    start: async () => listener?.start(),
    close: async () => {
      await listener?.close();
      await signals.close();
    },
  };
}
