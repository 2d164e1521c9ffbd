// Reads a shelf out of a table somebody pasted: from a spreadsheet, a CSV file or typed by hand.

export interface PastedProduct {
  index: number;
  title: string;
  /** In the smallest unit of the shelf's currency; null where the cell held no number. */
  priceMinor: number | null;
  aliases: string[];
  sku: string | null;
}

export interface PastedShelf {
  items: PastedProduct[];
  /** Lines, from 1, in which no product could be found. */
  unread: number[];
}

const HEADS: Record<'index' | 'title' | 'price' | 'aliases' | 'sku', RegExp> = {
  index: /^(?:#|no\.?|number|link|序号|编号|链接|链接号|号)$/i,
  title: /^(?:title|name|product|商品|名称|商品名|商品名称|标题)$/i,
  price: /^(?:price|价格|售价|到手价|直播价)$/i,
  aliases: /^(?:aliases|other names|also called|别名|其他叫法|俗称|简称)$/i,
  sku: /^(?:sku|code|货号|编码|商品编码)$/i,
};
/** The highest number a link may have. */
const HIGHEST = 999;
const ORDER = ['index', 'title', 'price', 'aliases', 'sku'] as const;

/** With a line of heads columns may stand in any order; without one they are number, name, price, other names, stock code. */
export function readShelfTable(text: string, digits = 2): PastedShelf {
  const lines = text.split(/\r?\n/);
  const separator = text.includes('\t') ? '\t' : /;/.test(lines[0] ?? '') && !lines[0]!.includes(',') ? ';' : ',';
  const shelf: PastedShelf = { items: [], unread: [] };
  let places: Partial<Record<(typeof ORDER)[number], number>> | null = null;
  for (const [at, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const cells = cellsOf(line, separator);
    if (places === null) {
      const heads = headsOf(cells);
      places = heads ?? (numberOf(cells[0]) === null ? { title: 0, price: 1, aliases: 2, sku: 3 } : inOrder());
      if (heads) continue;
    }
    const cell = (name: (typeof ORDER)[number]) => {
      const place = places![name];
      return place === undefined ? '' : (cells[place] ?? '').trim();
    };
    const title = cell('title').slice(0, 300);
    const index = numberOf(cell('index')) ?? shelf.items.length + 1;
    if (title === '' || !Number.isInteger(index) || index < 1 || index > HIGHEST) {
      shelf.unread.push(at + 1);
      continue;
    }
    const price = numberOf(cell('price'));
    shelf.items.push({
      index,
      title,
      priceMinor: price === null ? null : Math.round(price * 10 ** digits),
      aliases: cell('aliases')
        .split(/[;；、|/,，]/)
        .map((one) => one.trim().slice(0, 60))
        .filter((one) => one !== '')
        .slice(0, 20),
      sku: cell('sku').slice(0, 200) || null,
    });
  }
  return shelf;
}

function inOrder() {
  return Object.fromEntries(ORDER.map((name, place) => [name, place]));
}

function headsOf(cells: readonly string[]): Partial<Record<(typeof ORDER)[number], number>> | null {
  const places: Partial<Record<(typeof ORDER)[number], number>> = {};
  for (const [place, cell] of cells.entries()) {
    const name = ORDER.find((one) => HEADS[one].test(cell.trim()));
    if (name !== undefined) places[name] = place;
  }
  return places.title === undefined ? null : places;
}

function numberOf(cell: string | undefined): number | null {
  const found = /-?\d+(?:\.\d+)?/.exec((cell ?? '').replaceAll(',', '').replaceAll('，', ''));
  return found ? Number(found[0]) : null;
}

function cellsOf(line: string, separator: string): string[] {
  const cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (let at = 0; at < line.length; at += 1) {
    const sign = line[at]!;
    if (isQuoted && sign === '"' && line[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (sign === '"' && (isQuoted || cell === '')) isQuoted = !isQuoted;
    else if (sign === separator && !isQuoted) {
      cells.push(cell);
      cell = '';
    } else cell += sign;
  }
  return [...cells, cell];
}
