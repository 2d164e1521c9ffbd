// A reporter says by what name he wants to be thanked in public, or takes it back.
import { type NicknameRefusal, nicknameFrom, setThanks } from '../../../../../ground/people/server/door.ts';
import type { WorkspaceDb } from '../../../../../platform/database/database.ts';
import type { AnswerDesk } from '../../../desk/server/door.ts';
import type { OpenedLink } from '../../../links/server/door.ts';
import { personEnv } from '../person-env.ts';
import { readStatus } from '../status.reads.ts';

/** @returns what the page says next */
export async function thankMe(
  db: WorkspaceDb,
  now: Date,
  desk: AnswerDesk,
  input: { link: OpenedLink; form: Record<string, unknown> | null | undefined },
): Promise<'thanked' | 'unthanked' | 'not_found' | NicknameRefusal> {
  return db.write(async (tx) => {
    // permit · load: who holds the link is the reporter
    const facts = await readStatus(tx, desk.sealer, input.link, now);
    if (!facts) return 'not_found';
    // decide · save · tell
    const nickname = nicknameFrom(input.form);
    const done = await setThanks(tx, personEnv(db, now, facts), { personId: input.link.reporter, nickname });
    if (done.ok) return done.value.nickname === null ? 'unthanked' : 'thanked';
    return done.reason === 'forbidden' ? 'not_found' : done.reason;
  });
}
