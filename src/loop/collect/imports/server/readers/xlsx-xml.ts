// Parses one XML part piece by piece; declarations of entities are refused and no text may grow without end.
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { ReaderError } from './row-reader.ts';

/** Longest run of characters between two tags. */
const SILENT_CHARS = 4 * 1024 * 1024;

export interface XmlHandlers {
  /** `name` without its namespace prefix. */
  open?(name: string, attributes: Record<string, string>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** A parser fed by hand, so that the caller can hand rows on between two pieces. */
export interface XmlFeed {
  write(piece: string): void;
  end(): void;
}

/** Makes a parser that calls `handlers`. Throws `xlsx_entities` at a DOCTYPE and `file_damaged` at anything not well formed. */
export function xmlFeed(handlers: XmlHandlers): XmlFeed {
  const parser = new SaxesParser({ xmlns: false, position: false, fragment: false });
  let silent = 0;
  let tail = '';
  parser.on('error', (error) => {
    throw new ReaderError('file_damaged', error.message.slice(0, 200));
  });
  parser.on('doctype', () => {
    throw new ReaderError('xlsx_entities');
  });
  parser.on('opentag', (tag: SaxesTagPlain) => {
    silent = 0;
    handlers.open?.(localName(tag.name), tag.attributes);
  });
  parser.on('closetag', (tag: SaxesTagPlain) => {
    silent = 0;
    handlers.close?.(localName(tag.name));
  });
  if (handlers.text) {
    const take = (text: string) => handlers.text?.(text);
    parser.on('text', take);
    parser.on('cdata', take);
  }
  return {
    write(piece) {
      if (piece === '') return;
      // The parser keeps a whole DOCTYPE in memory before it reports it; seeing its opening is enough.
      const joined = tail + piece;
      if (/<!(DOCTYPE|ENTITY)/i.test(joined)) throw new ReaderError('xlsx_entities');
      tail = piece.length > 12 ? piece.slice(-12) : joined.slice(-12);
      silent += piece.length;
      parser.write(piece);
      if (silent > SILENT_CHARS) throw new ReaderError('file_damaged', 'a text without end');
    },
    end() {
      parser.close();
    },
  };
}

/** Parses a small part whole. */
export async function parseXml(pieces: AsyncIterable<string>, handlers: XmlHandlers): Promise<void> {
  const feed = xmlFeed(handlers);
  for await (const piece of pieces) feed.write(piece);
  feed.end();
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon === -1 ? name : name.slice(colon + 1);
}
