// Knows whether the room was asked to type a code: a bare "1" means something only behind such a call, or when many type it at once.
import { keepNewest } from '../../../../kit/keep-newest.ts';

/** "扣1", "有的打个1", "type 1 if you want it". */
const CALL =
  /(?:扣|打|敲|刷|回复?|发|评论)(?:个|一个|上|波|一波)?\s*["“「『]?\s*\d{1,3}|\b(?:type|comment|drop|put|write|send)\b[^.!?]{0,12}?\d{1,3}/i;
const OPEN_MS = 60_000;
const CROWD_MS = 5000;
const CROWD = 5;
const MOST_CODES = 32;
const MOST_TYPED = 16;

interface Typed {
  person: number;
  at: number;
}

export interface SavedCalls {
  until: number;
  typed: [string, Typed[]][];
}

export class CodeCalls {
  /** A call holds until then. */
  private until = -1;
  private typed = new Map<string, Typed[]>();

  /** What the host or the desk says. */
  hear(text: string, at: number): void {
    if (CALL.test(text)) this.open(at);
  }

  /** An interaction may be entered by typing. */
  open(at: number): void {
    this.until = Math.max(this.until, at + OPEN_MS);
  }

  /** Whether this bare code answers something: a call, or a crowd that types the same within seconds. */
  isMeant(code: string, person: number, at: number): boolean {
    const list = (this.typed.get(code) ?? []).filter((one) => one.at > at - CROWD_MS && one.person !== person);
    list.push({ person, at });
    if (list.length > MOST_TYPED) list.shift();
    this.typed.delete(code);
    this.typed.set(code, list);
    keepNewest(this.typed, MOST_CODES);
    return at <= this.until || list.length >= CROWD;
  }

  save(): SavedCalls {
    return { until: this.until, typed: [...this.typed] };
  }

  load(saved: SavedCalls): void {
    this.until = saved.until;
    this.typed = new Map(saved.typed);
  }
}
