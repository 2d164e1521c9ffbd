// Planted.
export const store = 1;
