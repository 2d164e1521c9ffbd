// Tells whether goods came back because they did not fit: said by the sizes themselves or by the reason given.

const SIZE_WORDS =
  /尺码|尺寸|码数|号码|偏大|偏小|太大|太小|大了|小了|不合身|不合适|换码|换大|换小|\bsizes?\b|too (?:small|big|large|tight|loose|long|short)|does(?:n['’]t| not) fit|\bfit(?:s|ted|ting)?\b/i;

/** @param reason as the source wrote it */
export function isForSize(signal: {
  kind: string;
  reason?: string | undefined;
  lines: readonly { size?: string | undefined; sizeTo?: string | undefined }[];
}): boolean {
  if (signal.kind !== 'return' && signal.kind !== 'exchange' && signal.kind !== 'refund') return false;
  if (signal.lines.some((line) => line.sizeTo !== undefined && line.sizeTo !== line.size)) return true;
  return signal.reason !== undefined && SIZE_WORDS.test(signal.reason);
}
