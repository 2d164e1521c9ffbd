// Sessions of other systems are read by their own names; what cannot be read is named and loses nothing else.
import { describe, expect, it } from 'vitest';
import { groupTurns, type HeardTurn, saysSomething } from './group-turns.ts';
import { guessSpeakers } from './guess-speaker.ts';
import {
  isTurnTable,
  type LocalTime,
  readTime,
  sessionFromJson,
  sessionsFromTable,
  speakerOf,
} from './read-sessions.ts';
import { transcriptDraft } from './transcript.contract.ts';

const local: LocalTime = (year, month, day, hour, minute, second) =>
  new Date(Date.UTC(year, month - 1, day, hour - 8, minute, second));

describe('a session', () => {
  it('of ours is read as it is', () => {
    const given = {
      id: 'c-1',
      channel: 'hotline',
      startedAt: '2026-03-02T02:00:00Z',
      agent: '小王',
      customer: { externalId: 'u1', phone: '13800138000' },
      turns: [{ speaker: 'customer', text: '被子漏毛' }],
    };
    const { draft, faults } = sessionFromJson(given, 1, local, 'chat');
    expect(faults).toEqual([]);
    expect(transcriptDraft.parse(draft)).toMatchObject({ ...given, startedAt: '2026-03-02T02:00:00.000Z' });
  });

  it('of another system is read by its names', () => {
    const { draft } = sessionFromJson(
      {
        callId: 7,
        坐席: '小李',
        type: 'call',
        messages: [{ role: 'user', content: '还没到', time: 1772416800 }, '好'],
      },
      3,
      local,
      'chat',
    );
    expect(transcriptDraft.parse(draft)).toMatchObject({
      id: '7',
      channel: 'hotline',
      agent: '小李',
      turns: [
        { speaker: 'customer', text: '还没到', at: '2026-03-02T02:00:00.000Z' },
        { speaker: 'unknown', text: '好' },
      ],
    });
  });

  it('that is none is named', () => {
    expect(sessionFromJson('x', 4, local, 'chat').faults).toEqual([{ row: 4, path: '', code: 'not_a_session' }]);
    const { draft, faults } = sessionFromJson(
      { id: 'a', turns: [{ text: '' }, { text: '好用', at: 'gestern' }] },
      5,
      local,
      'chat',
    );
    expect(faults.map((one) => [one.path, one.code])).toEqual([
      ['turns.0', 'missing_text'],
      ['turns.1', 'bad_time'],
    ]);
    expect((draft.turns as unknown[]).length).toBe(1);
  });

  it('in a table has one turn a row, also when rows of several are mixed', () => {
    const header = ['会话ID', '角色', '发送时间', '消息内容', '客户ID'];
    expect(isTurnTable(header)).toBe(true);
    expect(isTurnTable(['评价内容', '评分'])).toBe(false);
    const rows = [
      ['a', '买家', '2026-03-02 10:00:00', '漏毛', 'u1'],
      ['b', '客户', '2026/3/2 11:00', '很慢', 'u2'],
      ['a', '客服', '2026-03-02 10:01:00', '您好', ''],
      ['', '客户', '', '谁', ''],
      ['b', '客服', '', '', ''],
    ].map((cells, index) => ({ row: index + 2, cells }));
    const sessions = sessionsFromTable(header, rows, local, 'chat');
    expect(sessions.map((one) => [one.row, one.draft.id, (one.draft.turns as unknown[])?.length, one.faults])).toEqual([
      [2, 'a', 2, []],
      [3, 'b', 1, [{ row: 6, path: 'text', code: 'missing_text' }]],
      [5, undefined, undefined, [{ row: 5, path: 'id', code: 'missing_session' }]],
    ]);
    expect(transcriptDraft.parse(sessions[0]!.draft)).toMatchObject({
      startedAt: '2026-03-02T02:00:00.000Z',
      customer: { externalId: 'u1' },
      turns: [{ speaker: 'customer' }, { speaker: 'agent', at: '2026-03-02T02:01:00.000Z' }],
    });
  });
});

it.each([
  ['客户', 'customer'],
  ['Customer', 'customer'],
  ['买家小李', 'customer'],
  ['user', 'customer'],
  ['客服01', 'agent'],
  ['AGENT', 'agent'],
  ['坐席', 'agent'],
  ['机器人', 'bot'],
  ['智能客服', 'bot'],
  ['system', 'system'],
  ['', 'unknown'],
  ['张三', 'unknown'],
])('%s speaks as %s', (word, wanted) => {
  expect(speakerOf(word)).toBe(wanted);
});

it.each([
  ['2026-03-02T10:00:00+08:00', '2026-03-02T02:00:00.000Z'],
  ['2026年3月2日 10:00', '2026-03-02T02:00:00.000Z'],
  ['1772416800000', '2026-03-02T02:00:00.000Z'],
  ['00:01:30', '2026-03-02T02:01:30.000Z'],
  ['01:30', '2026-03-02T02:01:30.000Z'],
  ['90', '2026-03-02T02:01:30.000Z'],
  ['soon', null],
])('the time %s is %s', (text, wanted) => {
  expect(readTime(text, local, '2026-03-02T02:00:00.000Z')).toBe(wanted);
});

const turns = (...lines: [HeardTurn['speaker'], string, number?][]): HeardTurn[] =>
  lines.map(([speaker, text, minute], position) => ({
    position,
    speaker,
    text,
    at: minute === undefined ? null : new Date(Date.UTC(2026, 2, 2, 2, minute)),
  }));

describe('customer turns', () => {
  it('belong together until the agent answers with something', () => {
    const groups = groupTurns(
      turns(
        ['customer', '你好'],
        ['agent', '您好，请讲'],
        ['customer', '我的被子'],
        ['agent', '嗯嗯'],
        ['customer', '漏毛了'],
        ['agent', '给您登记一下，请问订单号是多少'],
        ['customer', '订单 123'],
        ['system', '会话结束'],
        ['customer', '快点处理'],
        ['customer', '好的'],
      ),
    );
    expect(groups.map((one) => one.text)).toEqual(['我的被子\n漏毛了', '订单 123\n快点处理']);
    expect(groups[0]!.positions).toEqual([0, 2, 4]);
  });

  it('after a long silence begin anew, and courtesies alone are nothing', () => {
    expect(groupTurns(turns(['customer', '漏毛', 0], ['customer', '还没人理我', 30])).length).toBe(2);
    expect(groupTurns(turns(['customer', '好的 谢谢'], ['agent', '还有什么可以帮您'], ['customer', '没有了']))).toEqual(
      [],
    );
    expect(groupTurns(turns(['agent', '您好'], ['bot', '请按 1']))).toEqual([]);
    expect(saysSomething('ok, thanks!')).toBe(false);
    expect(saysSomething('？')).toBe(false);
    expect(saysSomething('慢')).toBe(true);
  });

  it('of an endless session stay a few', () => {
    const many = turns(
      ...Array.from(
        { length: 60 },
        (_, at) =>
          (at % 2 ? ['agent', `第 ${at} 个答复内容`] : ['customer', `第 ${at} 个问题`]) as [
            'agent' | 'customer',
            string,
          ],
      ),
    );
    const groups = groupTurns(many);
    expect(groups).toHaveLength(12);
    expect(groups.at(-1)!.positions).toContain(58);
  });
});

it('lines without a speaker are told from their words, or left open', () => {
  expect(
    guessSpeakers([
      '咨询订单号:[ORDERID_1]',
      '有什么问题我可以帮您处理或解决呢?',
      '我要退货，你们怎么还没发',
      '还请您稍等，马上为您查询~',
      '?',
      '好的',
    ]),
  ).toEqual(['system', 'agent', 'customer', 'agent', 'unknown', 'unknown']);
});
