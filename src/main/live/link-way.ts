// Which way frames come in: by socket, where none brings anything by an event stream, else by asking; and now and then the best is tried again.

export type Way = 'socket' | 'stream' | 'poll';

/** A connection that has brought nothing by then is one that something on the way holds back. */
const MUTE_MS = 6_000;
/** So many in a row that brought nothing, and the next way is taken: snapshots get through where frames do not. */
const MUTE_MOST = 2;
/** After asking so often, somebody may have come into a better network. */
const POLLS = 60;

export interface LinkWay {
  way(): Way;
  /** Gives up what brings nothing. */
  listenFor(giveUp: () => void): void;
  heard(): void;
  /** @param isSure there is no such way here, so that a second try would be the same */
  heardNothing(isSure?: boolean): void;
  polled(): void;
  rest(): void;
}

/** @param isFixed an overlay has no other way than the socket */
export function createLinkWay(isFixed: boolean): LinkWay {
  let way: Way = 'socket';
  let mute = 0;
  let polls = 0;
  let timer = 0;
  const rest = () => clearTimeout(timer);
  return {
    way: () => way,
    listenFor(giveUp) {
      rest();
      timer = window.setTimeout(giveUp, MUTE_MS);
    },
    heard() {
      rest();
      mute = 0;
    },
    heardNothing(isSure = false) {
      rest();
      mute += 1;
      if (isFixed || (mute < MUTE_MOST && !isSure)) return;
      mute = 0;
      way = way === 'socket' ? 'stream' : 'poll';
    },
    polled() {
      polls += 1;
      if (polls % POLLS === 0) way = 'socket';
    },
    rest,
  };
}
