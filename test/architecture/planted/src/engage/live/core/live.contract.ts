// Planted.
export const live = 1;
