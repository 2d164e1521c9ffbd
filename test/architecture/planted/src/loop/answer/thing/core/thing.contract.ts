// Planted.
export const answer = 1;
