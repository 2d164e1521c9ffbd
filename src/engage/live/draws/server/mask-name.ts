// Shows a winner's name so that he knows himself and nobody else does.

/** The first character and, of longer names, the last; the rest are stars. */
export function maskName(name: string | undefined): string {
  const characters = [...(name ?? '').trim().replace(/[\p{C}\s]+/gu, ' ')];
  if (characters.length === 0) return '***';
  return characters.length < 3 ? `${characters[0]}**` : `${characters[0]}**${characters.at(-1)}`;
}
