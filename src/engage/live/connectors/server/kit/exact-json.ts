// Parses JSON without losing digits: whole numbers too large for a JavaScript number become texts.

/** Sixteen digits in a row may be more than a double can hold. */
const MAYBE_LARGE = /\d{16}/;

/** Puts quotes around whole numbers of more than fifteen digits that stand outside of texts. */
function quoteLargeNumbers(json: string): string {
  let written = '';
  let kept = 0;
  let inText = false;
  for (let at = 0; at < json.length; at += 1) {
    const code = json.charCodeAt(at);
    if (inText) {
      if (code === 92) at += 1;
      else if (code === 34) inText = false;
      continue;
    }
    if (code === 34) {
      inText = true;
      continue;
    }
    if (code !== 45 && (code < 48 || code > 57)) continue;
    const from = at;
    let isWhole = true;
    for (at += 1; at < json.length; at += 1) {
      const next = json.charCodeAt(at);
      if (next >= 48 && next <= 57) continue;
      if (next === 46 || next === 101 || next === 69 || next === 43 || next === 45) isWhole = false;
      else break;
    }
    if (isWhole && at - from > 15 && !Number.isSafeInteger(Number(json.slice(from, at)))) {
      written += `${json.slice(kept, from)}"${json.slice(from, at)}"`;
      kept = at;
    }
    at -= 1;
  }
  return kept === 0 ? json : written + json.slice(kept);
}

const utf8 = new TextDecoder('utf-8');

/** Parsed JSON, or `undefined` when it is none; never throws. Large whole numbers come as texts. */
export function exactJson(body: string | Uint8Array): unknown {
  try {
    const json = typeof body === 'string' ? body : utf8.decode(body);
    return JSON.parse(MAYBE_LARGE.test(json) ? quoteLargeNumbers(json) : json) as unknown;
  } catch {
    return undefined;
  }
}
