// The lines of the room: the same words within a while are one line with a count and the people behind it.

import type { Attribution } from './analyser.contract.ts';
import type { LiveClass, RoomLine } from './analysis.contract.ts';
import type { CommentReading } from './words/comment-reader.ts';

/** The same words again within this, or within {@link WHOLE_MS} of the first, join the line. */
export const MERGE_MS = 5000;
const WHOLE_MS = 30_000;
const MOST = 200;
const MOST_HELD = 6000;
const MOST_PEOPLE = 5000;

export interface Line {
  seq: number;
  key: string;
  line: RoomLine;
  people: Set<number>;
  /** How many of them are beyond {@link MOST_PEOPLE}. */
  more: number;
  view: RoomLine | null;
}

export interface NewLine {
  eventId: string;
  text: string;
  name: string | null;
  role: string | null;
  class: LiveClass;
  reading: CommentReading;
  productId: string | null;
  by: Attribution;
  confidence: number;
  weight: number;
  groupId: string | null;
}

export interface SavedLines {
  seq: number;
  merged: number;
  limit: number;
  lines: { key: string; seq: number; line: RoomLine; people: number[]; more: number }[];
}

export class LineBook {
  /** Comments that joined a line of the five seconds before. */
  merged = 0;
  lines: Line[] = [];
  private seq = 0;
  private limit = MOST * 2;
  private byKey = new Map<string, Line>();

  /** Takes one comment; returns its line. */
  take(said: NewLine, person: number, at: number): Line {
    const key = `${said.reading.key}|${said.productId ?? ''}`;
    const known = this.byKey.get(key);
    if (known !== undefined) {
      const { line } = known;
      const isNear = at - line.lastAt <= MERGE_MS;
      if (isNear) this.merged += 1;
      if (isNear || at - line.firstAt <= WHOLE_MS) {
        line.count += 1;
        line.lastAt = Math.max(line.lastAt, at);
        if (person !== 0 && !known.people.has(person)) {
          if (known.people.size < MOST_PEOPLE) known.people.add(person);
          else known.more += 1;
          line.people = known.people.size + known.more;
        }
        line.weight = Math.min(line.weight, said.weight);
        if (line.groupId === null) line.groupId = said.groupId;
        known.view = null;
        return known;
      }
    }
    const line: RoomLine = {
      lineId: lineIdOf(this.seq),
      eventId: said.eventId,
      text: said.text,
      name: said.name,
      role: said.role,
      count: 1,
      people: 1,
      class: said.class,
      sentiment: said.reading.sentiment,
      productId: said.productId,
      firstAt: at,
      lastAt: at,
      weight: said.weight,
      isQuestion: said.reading.isQuestion,
      groupId: said.groupId,
    };
    if (said.productId !== null && said.by !== 'none') {
      line.productBy = said.by;
      line.productConfidence = Math.round(said.confidence * 100) / 100;
    }
    const fresh: Line = {
      seq: this.seq,
      key,
      line,
      people: new Set(person === 0 ? [] : [person]),
      more: 0,
      view: null,
    };
    this.seq += 1;
    this.lines.push(fresh);
    this.byKey.set(key, fresh);
    if (this.lines.length > this.limit) this.shorten(at);
    return fresh;
  }

  /** Hides or shows the line an event began; false when it is not held any more. */
  hide(eventId: string, reason: string | null): boolean {
    for (let at = this.lines.length - 1; at >= 0; at -= 1) {
      const one = this.lines[at]!;
      if (one.line.eventId !== eventId) continue;
      if (reason === null) delete one.line.hidden;
      else one.line.hidden = reason;
      one.view = null;
      return true;
    }
    return false;
  }

  /** Lowers the weight of lines that turned out to belong to a wave, and moves lines of a merged group. */
  weigh(key: string, weight: number): void {
    for (const one of this.lines) {
      if (one.key.startsWith(key) && one.line.weight > weight) {
        one.line.weight = weight;
        one.view = null;
      }
    }
  }

  regroup(from: string, to: string): void {
    for (const one of this.lines) {
      if (one.line.groupId === from) {
        one.line.groupId = to;
        one.view = null;
      }
    }
  }

  /** The newest 200, oldest first; unchanged ones are the same objects as before. */
  views(): RoomLine[] {
    const views: RoomLine[] = [];
    for (let at = Math.max(0, this.lines.length - MOST); at < this.lines.length; at += 1) {
      const one = this.lines[at]!;
      one.view ??= { ...one.line };
      views.push(one.view);
    }
    return views;
  }

  save(): SavedLines {
    return {
      seq: this.seq,
      merged: this.merged,
      limit: this.limit,
      lines: this.lines.map(({ key, seq, line, people, more }) => ({ key, seq, line, people: [...people], more })),
    };
  }

  load(saved: SavedLines): void {
    this.seq = saved.seq;
    this.merged = saved.merged;
    this.limit = saved.limit;
    this.lines = saved.lines.map((one) => ({ ...one, people: new Set(one.people), view: null }));
    this.byKey = new Map(this.lines.map((one) => [one.key, one]));
  }

  /** Keeps the newest and those that may still be joined. */
  private shorten(now: number): void {
    const last = this.lines.length - MOST;
    const open = now - WHOLE_MS;
    this.lines = this.lines.filter((one, at) => at >= last || one.line.lastAt >= open).slice(-MOST_HELD);
    this.limit = this.lines.length + MOST;
    this.byKey = new Map(this.lines.map((one) => [one.key, one]));
  }
}

/** Ids sort as they were made. */
function lineIdOf(seq: number): string {
  return `l${seq.toString(36).padStart(7, '0')}`;
}
