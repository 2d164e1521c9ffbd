// Cuts a stream of text into lines, rows of a table, or the objects of a JSON array, whatever the pieces it comes in, none longer than allowed.

/** Longest record: a raw chat action with its endpoints has some tens of KB. */
export const MOST_RECORD_LENGTH = 1_000_000;

/** Takes one record with the line it starts on; `isLong` when it was longer than allowed (only its beginning is given). */
export type OnRecord = (record: string, line: number, isLong: boolean) => void;

export interface Cutter {
  push(piece: string): void;
  end(): void;
}

/** Lines ending in \n or \r\n; empty ones are left out. */
export function cutLines(onRecord: OnRecord): Cutter {
  let rest = '';
  let line = 1;
  let isLong = false;
  const give = (text: string) => {
    const record = text.endsWith('\r') ? text.slice(0, -1) : text;
    if (isLong || record.length > MOST_RECORD_LENGTH) onRecord(record.slice(0, 200), line, true);
    else if (record.trim() !== '') onRecord(record, line, false);
    isLong = false;
    line += 1;
  };
  return {
    push(piece) {
      let from = 0;
      for (let end = piece.indexOf('\n'); end !== -1; end = piece.indexOf('\n', from)) {
        give(rest === '' ? piece.slice(from, end) : rest + piece.slice(from, end));
        rest = '';
        from = end + 1;
      }
      const tail = piece.slice(from);
      if (isLong) return;
      if (rest.length + tail.length > MOST_RECORD_LENGTH) {
        isLong = true;
        rest = (rest + tail).slice(0, 200);
      } else rest += tail;
    },
    end() {
      if (rest !== '') give(rest);
    },
  };
}

/** Rows of a table: lines, but a line end between quotes belongs to the cell. */
export function cutRows(onRecord: OnRecord): Cutter {
  let row = '';
  let rowLine = 1;
  let isOpen = false;
  const lines = cutLines((text, line, isLong) => {
    if (isLong) {
      onRecord(text, line, true);
      row = '';
      isOpen = false;
      return;
    }
    if (!isOpen) rowLine = line;
    row = isOpen ? `${row}\n${text}` : text;
    if (countQuotes(text) % 2 === 1) isOpen = !isOpen;
    if (isOpen && row.length <= 20_000) return;
    onRecord(row, rowLine, isOpen);
    isOpen = false;
    row = '';
  });
  return {
    push: lines.push,
    end() {
      lines.end();
      if (isOpen) onRecord(row, rowLine, false);
    },
  };
}

function countQuotes(text: string): number {
  let count = 0;
  for (let at = text.indexOf('"'); at !== -1; at = text.indexOf('"', at + 1)) count += 1;
  return count;
}

/** The objects of a JSON array, or of several JSON texts behind each other; what stands between them is passed over. */
export function cutObjects(onRecord: OnRecord): Cutter {
  let depth = 0;
  let isString = false;
  let isEscaped = false;
  let line = 1;
  let startLine = 1;
  let kept = '';
  let isLong = false;

  const keep = (text: string) => {
    if (isLong) return;
    kept += text;
    if (kept.length > MOST_RECORD_LENGTH) {
      isLong = true;
      kept = kept.slice(0, 200);
    }
  };
  return {
    push(piece) {
      let from = depth > 0 ? 0 : -1;
      for (let at = 0; at < piece.length; at += 1) {
        const code = piece.charCodeAt(at);
        if (code === 10) line += 1;
        if (isString) {
          if (isEscaped) isEscaped = false;
          else if (code === 92) isEscaped = true;
          else if (code === 34) isString = false;
        } else if (code === 34) {
          isString = depth > 0;
        } else if (code === 123) {
          if (depth === 0) {
            from = at;
            startLine = line;
          }
          depth += 1;
        } else if (code === 125 && depth > 0) {
          depth -= 1;
          if (depth > 0) continue;
          keep(piece.slice(from, at + 1));
          onRecord(kept, startLine, isLong);
          kept = '';
          isLong = false;
          from = -1;
        }
      }
      if (from !== -1) keep(piece.slice(from));
    },
    end() {
      if (kept !== '') onRecord(kept, startLine, isLong);
    },
  };
}

/** Elements of danmaku XML (`<d …>…</d>`, `<gift …/>` …), each as its own text; unclosed ones end where the next begins. */
export function cutTags(names: readonly string[], onRecord: OnRecord): Cutter {
  const opening = new RegExp(`<(${names.join('|')})(?=[\\s/>])`, 'g');
  let rest = '';
  let line = 1;
  let countedTo = 0;

  const lineAt = (text: string, at: number) => {
    for (let found = text.indexOf('\n', countedTo); found !== -1 && found < at; found = text.indexOf('\n', found + 1)) {
      line += 1;
      countedTo = found + 1;
    }
    return line;
  };
  const drain = (text: string, isLast: boolean): string => {
    countedTo = 0;
    let from = 0;
    for (;;) {
      opening.lastIndex = from;
      const match = opening.exec(text);
      if (!match) {
        // A name may be cut at the end of a piece.
        const keepFrom = isLast ? text.length : Math.max(from, text.length - 40);
        lineAt(text, keepFrom);
        return text.slice(keepFrom);
      }
      const end = endOf(text, match.index, match[1]!, opening);
      if (end === -1 && !isLast && text.length - match.index <= MOST_RECORD_LENGTH) {
        lineAt(text, match.index);
        return text.slice(match.index);
      }
      const to = end === -1 ? text.length : end;
      const isLong = to - match.index > MOST_RECORD_LENGTH;
      onRecord(
        isLong ? text.slice(match.index, match.index + 200) : text.slice(match.index, to),
        lineAt(text, match.index),
        isLong,
      );
      from = to;
    }
  };
  return {
    push(piece) {
      rest = drain(rest === '' ? piece : rest + piece, false);
    },
    end() {
      rest = drain(rest, true);
    },
  };
}

/** Where the element that begins at `from` is over, by its end or by the next one's beginning; -1 while that cannot be seen yet. Attributes may hold `>`. */
function endOf(text: string, from: number, name: string, opening: RegExp): number {
  let quote = 0;
  for (let at = from + name.length + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 34 || code === 39) quote = code;
    else if (code === 62) {
      if (text.charCodeAt(at - 1) === 47) return at + 1;
      opening.lastIndex = at;
      const next = opening.exec(text)?.index ?? text.length;
      const close = text.slice(at, next).indexOf(`</${name}>`);
      if (close !== -1) return at + close + name.length + 3;
      return next === text.length ? -1 : next;
    }
  }
  return -1;
}
