// Planted.
export const act = 1;
