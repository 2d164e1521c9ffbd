// Binds the routes of dead letters.
import { cutPage, decodeCursor } from '../../../kit/cursor.ts';
import { ok } from '../../../kit/result.ts';
import { countOpenDeadLetters, listDeadLetters } from '../../../platform/events/dead-letter.reads.ts';
import { on } from '../../serve.ts';
import { discardDeadLetterRoute, listDeadLettersRoute, replayDeadLetterRoute } from '../core/dead-letter.contract.ts';
import { deadLetterViewOf } from './dead-letter.view.ts';
import { discardDeadLetter } from './verbs/discard-dead-letter.ts';
import { type ReplayReaction, replayDeadLetter } from './verbs/replay-dead-letter.ts';

const SETTLED = { open: false, settled: true, all: null } as const;

/** @param deps.replayReaction the reaction runner's `replay` */
export function deadLetterMountedRoutes(deps: { replayReaction: ReplayReaction }) {
  return [
    on(listDeadLettersRoute, ({ env, query }) =>
      env.db.read(async (tx) => {
        const before = decodeCursor(query.cursor, 1)?.[0];
        const rows = await listDeadLetters(tx, {
          settled: SETTLED[query.state],
          source: query.source,
          beforeId: before === undefined ? undefined : String(before),
          limit: query.limit + 1,
        });
        const page = cutPage(rows, query.limit, (row) => [row.id]);
        const open = await countOpenDeadLetters(tx);
        return ok({ items: page.items.map(deadLetterViewOf), nextCursor: page.nextCursor, open });
      }),
    ),
    on(replayDeadLetterRoute, ({ env, params }) => replayDeadLetter(env, deps.replayReaction, params.id)),
    on(discardDeadLetterRoute, ({ env, params }) => discardDeadLetter(env, params.id)),
  ];
}
