// The keepers of what machines copied: the log of events, letters, waiting work, remembered answers and dead letters.
import type { Tx } from '../../../platform/database/database.ts';
import {
  deadLettersAfter,
  dropDeadLetters,
  eventsAbout,
  rewriteEvents,
} from '../../../platform/events/forget-events.ts';
import { hideFileNames } from '../../../platform/files/forget-files.ts';
import { forgetAnswers } from '../../../platform/http/forget-answers.ts';
import { dropJobsNaming } from '../../../platform/jobs/forget-jobs.ts';
import { emptyMails, mailsAbout } from '../../../platform/mail/forget-mails.ts';
import type { Sealer } from '../../../platform/secrets/seal.ts';
import { isTelling, quoteFinder } from '../../../text/quoting.ts';
import { NO_TRACES, type PersonKeeper, type PersonTraces } from '../../people/core/keeper.contract.ts';
import { forgetInEvent } from '../core/forget-event.ts';

const EMAIL = /^[^\s@]+@[^\s@]+$/;
const DEAD_AT_ONCE = 500;

function addressesIn(traces: PersonTraces): string[] {
  return [...new Set(traces.words.map((word) => word.trim().toLowerCase()).filter((word) => EMAIL.test(word)))];
}

const eventKeeper: PersonKeeper<Tx> = {
  name: 'events',
  async export(tx, personId) {
    const events = await eventsAbout(tx, { subjects: [personId], person: personId, names: [] });
    const rows = events.map(({ type, at, data }) => ({ type, at, data }));
    return [{ section: 'events', rows }];
  },
  async erase(tx, personId, _now, traces = NO_TRACES) {
    const quotes = quoteFinder(traces.words);
    const his = new Set([personId, ...traces.ids]);
    const names = traces.names.filter(isTelling);
    const found = await eventsAbout(tx, { subjects: [...his, ...traces.shared], person: personId, names });
    await rewriteEvents(
      tx,
      found.flatMap((event) => {
        const kept = forgetInEvent(event, {
          personId,
          isHis: event.subject !== null && his.has(event.subject),
          quotes,
        });
        return kept === event ? [] : [kept];
      }),
    );
    return { fileIds: [] };
  },
};

const fileNameKeeper: PersonKeeper<Tx> = {
  name: 'file_names',
  export: async () => [],
  async erase(tx, _personId, _now, traces = NO_TRACES) {
    await hideFileNames(tx, traces.names.filter(isTelling));
    return { fileIds: [] };
  },
};

const jobKeeper: PersonKeeper<Tx> = {
  name: 'jobs',
  export: async () => [],
  async erase(tx, personId, _now, traces = NO_TRACES) {
    await dropJobsNaming(tx, [personId, ...addressesIn(traces)]);
    return { fileIds: [] };
  },
};

const deadLetterKeeper: PersonKeeper<Tx> = {
  name: 'dead_letters',
  export: async () => [],
  async erase(tx, personId, _now, traces = NO_TRACES) {
    const quotes = quoteFinder(traces.words);
    for (let after = ''; ; ) {
      const rows = await deadLettersAfter(tx, after, DEAD_AT_ONCE);
      const naming = rows.filter((row) => {
        const text = `${JSON.stringify(row.payload)} ${row.error}`;
        return text.includes(personId) || quotes(text);
      });
      if (naming.length > 0)
        await dropDeadLetters(
          tx,
          naming.map((row) => row.id),
        );
      const last = rows.at(-1);
      if (!last || rows.length < DEAD_AT_ONCE) return { fileIds: [] };
      after = last.id;
    }
  },
};

/** They look for what the features' keepers know of him, so they need nothing but his traces. */
export function machineKeepers(sealer: Sealer): PersonKeeper<Tx>[] {
  return [
    eventKeeper,
    fileNameKeeper,
    jobKeeper,
    deadLetterKeeper,
    {
      name: 'mails',
      async export(tx, _personId, traces = NO_TRACES) {
        const mails = await mailsAbout(tx, sealer, { addresses: addressesIn(traces), subjects: [] });
        const rows = mails.map(({ subject, text, state, createdAt }) => ({ subject, text, state, createdAt }));
        return [{ section: 'mails', rows }];
      },
      async erase(tx, _personId, _now, traces = NO_TRACES) {
        const mails = await mailsAbout(tx, sealer, { addresses: addressesIn(traces), subjects: traces.ids });
        await emptyMails(tx, sealer, mails);
        return { fileIds: [] };
      },
    },
    {
      name: 'answers',
      export: async () => [],
      async erase(tx, personId, _now, traces = NO_TRACES) {
        const ids = [personId, ...traces.ids];
        const quotes = quoteFinder(traces.words);
        await forgetAnswers(tx, sealer, (answer) => ids.some((id) => answer.includes(id)) || quotes(answer));
        return { fileIds: [] };
      },
    },
  ];
}
