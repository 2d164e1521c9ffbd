// The stream is in order, says nothing twice and has no holes above its last line.
import { describe, expect, it } from 'vitest';
import type { CaseNote, TimelineEntry } from '../../../act/cases/core/case.contract.ts';
import type { ItemView } from '../core/conversation.contract.ts';
import { mergeStream } from './merge-stream.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 22, 8, minute)).toISOString();
const said = (id: string, minute: number) => ({ id, at: at(minute) }) as ItemView;
const event = (id: string, minute: number, type = 'case.assigned') => ({ id, type, at: at(minute) }) as TimelineEntry;
const note = (id: string, minute: number) => ({ id, createdAt: at(minute) }) as CaseNote;
const ids = (lines: { id: string }[]) => lines.map((line) => line.id);

describe('mergeStream', () => {
  it('puts the newest first, whatever it is', () => {
    const lines = mergeStream(
      { items: [said('s2', 9), said('s1', 1)], hasMore: false },
      { items: [event('e1', 5)], hasMore: false },
      [note('n1', 3)],
    );
    expect(ids(lines)).toEqual(['s2', 'e1', 'n1', 's1']);
  });

  it('leaves out events that stand there as words', () => {
    const lines = mergeStream(
      { items: [], hasMore: false },
      { items: [event('a', 3, 'reply.sent'), event('b', 2, 'case.note_added'), event('c', 1)], hasMore: false },
      [],
    );
    expect(ids(lines)).toEqual(['c']);
  });

  it('shows nothing older than the last line of a list that has more', () => {
    const lines = mergeStream(
      { items: [said('s2', 9), said('s1', 4)], hasMore: true },
      { items: [event('e2', 6), event('e1', 2)], hasMore: false },
      [note('n1', 3)],
    );
    expect(ids(lines)).toEqual(['s2', 'e2', 's1']);
  });
});
