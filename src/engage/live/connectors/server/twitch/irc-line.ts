// Takes a line of Twitch's chat protocol apart (IRC with message tags); bounded, and never throws.

export interface IrcLine {
  tags: Readonly<Record<string, string>>;
  /** Nick or server the line is from. */
  from: string;
  command: string;
  params: readonly string[];
}

const MOST_CHARS = 16_384;
const MOST_TAGS = 100;
const UNESCAPED: Readonly<Record<string, string>> = { ':': ';', s: ' ', r: '\r', n: '\n', '\\': '\\' };

/** A line without its end; null when it is none (ircv3.net/specs/extensions/message-tags, RFC 1459). */
export function readIrcLine(line: string): IrcLine | null {
  if (line.length === 0 || line.length > MOST_CHARS) return null;
  let at = 0;
  let tags: Record<string, string> = {};
  if (line[0] === '@') {
    const end = line.indexOf(' ');
    if (end === -1) return null;
    tags = readTags(line.slice(1, end));
    at = end + 1;
  }
  let from = '';
  if (line[at] === ':') {
    const end = line.indexOf(' ', at);
    if (end === -1) return null;
    from = line.slice(at + 1, end).split('!', 1)[0]!;
    at = end + 1;
  }
  const trailing = line.indexOf(' :', at);
  const words = line
    .slice(at, trailing === -1 ? undefined : trailing)
    .split(' ')
    .filter(Boolean);
  const command = words.shift();
  if (!command || !/^([A-Z]+|\d{3})$/.test(command)) return null;
  return { tags, from, command, params: trailing === -1 ? words : [...words, line.slice(trailing + 2)] };
}

function readTags(text: string): Record<string, string> {
  const tags: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const pair of text.split(';', MOST_TAGS)) {
    const mark = pair.indexOf('=');
    if (mark <= 0) continue;
    const value = pair.slice(mark + 1);
    tags[pair.slice(0, mark)] = value.includes('\\')
      ? value.replaceAll(/\\(.?)/g, (_, sign: string) => UNESCAPED[sign] ?? sign)
      : value;
  }
  return tags;
}
