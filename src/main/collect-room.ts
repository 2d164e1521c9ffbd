// Opens the further ways in: questionnaires, widget, mailboxes, transcripts, commerce signals.
import { reportersOf } from '../loop/act/cases/server/door.ts';
import type { FormDesk } from '../loop/collect/forms/server/door.ts';
import { formJobs, formSweeps } from '../loop/collect/forms/server/form.jobs.ts';
import { formReactions } from '../loop/collect/forms/server/form.reactions.ts';
import { formRoutes } from '../loop/collect/forms/server/form.routes.ts';
import { formApiRoutes } from '../loop/collect/forms/server/public-api.routes.ts';
import { formPageRoutes } from '../loop/collect/forms/server/public-page.routes.ts';
import type { Gate } from '../loop/collect/intake/server/door.ts';
import { createListener } from '../loop/collect/mailboxes/server/listener.ts';
import { mailboxJobs, mailboxSweeps } from '../loop/collect/mailboxes/server/mailbox.jobs.ts';
import { mailboxMountedRoutes } from '../loop/collect/mailboxes/server/mailbox.routes.ts';
import { photoMountedRoutes } from '../loop/collect/photos/server/photo.routes.ts';
import { createSignalDesk } from '../loop/collect/signals/server/door.ts';
import { signalRoutes } from '../loop/collect/signals/server/signal.routes.ts';
import { signalImportJobs } from '../loop/collect/signals/server/signal-import.jobs.ts';
import { transcriptJobs } from '../loop/collect/transcripts/server/transcript.jobs.ts';
import { transcriptMountedRoutes } from '../loop/collect/transcripts/server/transcript.routes.ts';
import { widgetMountedRoutes } from '../loop/collect/widget/server/site.routes.ts';
import { latentSweeps } from '../loop/understand/latent/server/latent.jobs.ts';
import { latentReactions } from '../loop/understand/latent/server/latent.reactions.ts';
import { latentMountedRoutes } from '../loop/understand/latent/server/latent.routes.ts';
import { originOf } from '../platform/config/config.ts';
import type { Tools } from './product.ts';
import type { RoomParts } from './room-parts.ts';

export function openCollectRoom(tools: Tools, gate: Gate): RoomParts {
  const { config, database, files, log, now, sealer } = tools;
  const signals = createSignalDesk(sealer, (workspaceId) => database.workspace(workspaceId));
  const mail = { database, gate, files, privateHosts: config.privateHosts };
  const listener = config.smtpIn ? createListener(mail, { at: config.smtpIn, now, log }) : null;
  const forms: FormDesk = {
    database,
    gate,
    keepMail: tools.keepMail,
    publicUrl: () => originOf(config),
    peopleOfCase: async (tx, caseId) => (await reportersOf(tx, caseId)).flatMap(({ personId }) => personId ?? []),
  };
  return {
    routes: [
      ...formRoutes(forms),
      ...formPageRoutes(forms),
      ...formApiRoutes(forms),
      ...photoMountedRoutes(files),
      ...widgetMountedRoutes({ database, gate, files }),
      ...mailboxMountedRoutes(mail, listener),
      ...transcriptMountedRoutes({ gate, files }),
      ...signalRoutes({ database, sealer, files, desk: signals }),
      ...latentMountedRoutes(),
    ],
    reactions: [...formReactions(forms), ...latentReactions(gate)],
    jobs: [
      ...formJobs(forms),
      ...mailboxJobs(mail),
      ...transcriptJobs({ gate, files }),
      ...signalImportJobs({ files, sealer }),
    ],
    recurring: [...formSweeps(forms), ...mailboxSweeps(mail), ...latentSweeps(database, gate)],
    start: async () => listener?.start(),
    close: async () => {
      await listener?.close();
      await signals.close();
    },
  };
}
