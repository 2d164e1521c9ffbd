// Saved at any moment and told the rest, the interactions of a show are what they are when told everything.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDrawPlay, type DrawRow } from '../../draws/server/door.ts';
import { signerOf } from '../../draws/server/draw-key.ts';
import { OPENS_MS, SEED_HEX, wholeDraw } from '../../draws/whole-draw.fixture.ts';
import type { LiveRoom } from '../../rooms/server/door.ts';
import type { DecodedEvent, LiveEvent } from '../../stream/core/live-event.contract.ts';
import { interactionDraft } from '../core/interaction-draft.contract.ts';
import type { InteractionRow } from './interaction.store.ts';
import { createRoomInteractions, type SavedInteractions } from './room-interactions.ts';
import { createShowPlays, type SavedPlays, type ShowPlays } from './show-plays.ts';

const DRAFTS = {
  poll: { kind: 'poll', title: '下一件', options: ['白', '黑', '灰'], seconds: 40, secondVote: 'replaces' },
  quiz: { kind: 'quiz', title: '产地', options: ['云南', '福建'], answer: 2 },
  qna: { kind: 'qna', title: '问主播', keyword: '提问' },
  coupon: { kind: 'coupon', title: '十元券', value: '满 99 减 10', quantity: 3 },
  rollcall: { kind: 'rollcall', title: '谢谢', thanksFor: '陪伴' },
} as const;
type Play = keyof typeof DRAFTS;
const PLAYS = Object.keys(DRAFTS) as Play[];
const SECRET = { salt: '00'.repeat(16), codeKey: '11'.repeat(32) };
const whole = wholeDraw({ people: 40 }).file;
const signer = signerOf('07'.repeat(32));
const drawId = whole.rules.drawId;

const rowOf = (id: Play): InteractionRow => ({
  id,
  workspaceId: 'ws',
  roomId: 'room',
  sessionId: 'show',
  state: 'open',
  draft: interactionDraft.parse(DRAFTS[id]),
  secretSealed: '',
  rulesHash: 'h',
  opensAt: new Date(OPENS_MS),
  closesAt: null,
  result: null,
  resultHash: null,
});
const drawRow = { id: drawId, state: 'open', rules: whole.rules, records: { opened: whole.opened } } as DrawRow;

/** As after a restart: what was saved went through a file. */
function open(saved?: SavedPlays): ShowPlays {
  const from = saved && (JSON.parse(JSON.stringify(saved)) as SavedPlays);
  const plays = createShowPlays(from?.comments);
  for (const id of PLAYS) plays.addOwn(rowOf(id), SECRET, from?.own[id]);
  const draw = from?.draws[drawId];
  const secret = { serverSeed: SEED_HEX, nameKey: '33'.repeat(32) };
  plays.addDraw(drawRow, createDrawPlay(drawRow, secret, signer, draw?.counted), draw);
  return plays;
}

const uids = Array.from({ length: 12 }, (_, at) => at.toString(16).padStart(32, '0'));

/** Everything anybody can see of it; versions differ, since they only have to grow. */
function look(plays: ShowPlays) {
  const frozen = plays.draw(drawId)!.play!.frozen();
  return {
    views: plays.views().map(({ version: _version, ...view }) => view),
    mine: [...PLAYS, drawId].map((id) => uids.map((uid) => plays.mine(id, uid))),
    lines: PLAYS.map((id) => plays.own(id)!.tally.lines()),
    rejected: PLAYS.map((id) => plays.own(id)!.tally.rejected()),
    questions: plays.own('qna')!.tally.questions(),
    comments: plays.lastComments(),
    draw: [frozen.list.root(), frozen.list.chain(), frozen.list.tickets, frozen.names, frozen.rejected],
  };
}

const entry = fc.record({
  type: fc.constant('interaction.entry'),
  interactionId: fc.constantFrom(...PLAYS, drawId, 'unknown'),
  by: fc.constantFrom('tap', 'keyword'),
  user: fc.record(
    {
      uid: fc.constantFrom(...uids),
      name: fc.constantFrom('小 明', '阿\n宝', 'Ana', ''),
      role: fc.constantFrom('viewer', 'mod'),
      follower: fc.boolean(),
    },
    { requiredKeys: [] },
  ),
  choice: fc.option(fc.constantFrom('1', '2', '3', '9', 'q3', 'q7'), { nil: undefined }),
  answer: fc.option(fc.constantFrom('有大码吗', '有大码吗？', '几天发货', ' '), { nil: undefined }),
});
const said = fc.record({ type: fc.constant('comment'), text: fc.string(), user: fc.constant({ uid: uids[0] }) });
const news = fc.record({
  type: fc.constantFrom('interaction.update', 'interaction.close'),
  interactionId: fc.constantFrom(...PLAYS, drawId),
  state: fc.constantFrom('answered:q2', 'hidden:q3:personal_data', undefined),
});
const steps = fc.array(
  fc.tuple(
    fc.oneof({ weight: 12, arbitrary: entry }, { weight: 2, arbitrary: said }, { weight: 1, arbitrary: news }),
    fc.nat(2000),
  ),
  { maxLength: 60 },
);

function eventsOf(made: readonly (readonly [object, number])[]): LiveEvent[] {
  let at = OPENS_MS - 500;
  return made.map(([event, later], index) => {
    at += later;
    return { ...event, id: `e${index}`, seq: index + 1, ts: at, rts: at, trust: 'own' } as unknown as LiveEvent;
  });
}

describe('what a restart goes on from', () => {
  it('with the rest of the events comes to the same as all of them', () => {
    fc.assert(
      fc.property(steps, fc.nat(60), fc.nat(60), (made, cut, again) => {
        const events = eventsOf(made);
        const straight = open();
        for (const event of events) straight.take(event);
        let plays = open();
        events.forEach((event, at) => {
          if (at === cut || at === again) plays = open(plays.save());
          plays.take(event);
        });
        expect(look(plays)).toEqual(look(straight));
        expect(look(open(plays.save()))).toEqual(look(straight));
      }),
      { numRuns: 150 },
    );
  });

  it('never shows an older version than was shown before', () => {
    const plays = open();
    for (const event of eventsOf([
      [{ type: 'interaction.entry', interactionId: 'poll', choice: '1', user: { uid: 'a' } }, 900],
    ]))
      plays.take(event);
    const before = plays.views();
    const after = open(plays.save()).views();
    for (const [at, view] of after.entries()) expect(view.version).toBeGreaterThanOrEqual(before[at]!.version);
  });

  it('is refused when a list of a draw was cut', () => {
    const plays = open();
    for (const uid of uids.slice(0, 3))
      plays.take(eventsOf([[{ type: 'interaction.entry', interactionId: drawId, by: 'tap', user: { uid } }, 900]])[0]!);
    const saved = plays.save();
    const { counted } = saved.draws[drawId]!;
    counted.lines = counted.lines.slice(0, counted.lines.indexOf('\n') + 1);
    expect(() => open(saved)).toThrow(/not whole/);
  });
});

describe('a line that was typed just before a crash', () => {
  const comment = {
    type: 'comment',
    id: 'c1',
    seq: 7,
    ts: OPENS_MS + 900,
    rts: OPENS_MS + 900,
    text: '扣2',
    user: { uid: 'a' },
  };
  const roomThat = (hear: (written: DecodedEvent[]) => void) =>
    ({
      roomId: 'room',
      // Never on disk: the process ends before.
      accept: (events: DecodedEvent[]) => {
        hear(events);
        return new Promise(() => {});
      },
    }) as unknown as LiveRoom;

  it('is written as an entry after the restart, although it is not told again', async () => {
    const first = createRoomInteractions(
      roomThat(() => {}),
      open(),
    );
    first.heard([comment as unknown as LiveEvent], false);
    const saved = JSON.parse(JSON.stringify(first.save())) as SavedInteractions;
    expect(saved.typed).toHaveLength(2);
    const written = await new Promise<DecodedEvent[]>((resolve) => {
      const again = createRoomInteractions(roomThat(resolve), open(saved.plays), saved.typed);
      again.heard([{ type: 'room.gap', id: 'g', seq: 8, ts: 0, rts: 0 } as unknown as LiveEvent], false);
    });
    expect(written).toMatchObject([
      { id: 'kw-poll-7', choice: '2', user: { uid: 'a' } },
      { id: 'kw-quiz-7', choice: '2' },
    ]);
  });

  it('is left alone when its entry is in the journal', () => {
    const one = createRoomInteractions(
      roomThat(() => {}),
      open(),
    );
    one.heard([comment as unknown as LiveEvent], true);
    const entryOf = (id: string) =>
      ({
        type: 'interaction.entry',
        id: `own:room:kw-${id}-7`,
        interactionId: id,
        seq: 9,
        trust: 'own',
        ts: 0,
        rts: 0,
      }) as unknown as LiveEvent;
    one.heard([entryOf('poll'), entryOf('quiz')], true);
    expect(one.save().typed).toEqual([]);
  });
});
