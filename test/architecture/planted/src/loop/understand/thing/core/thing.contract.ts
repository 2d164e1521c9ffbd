// Planted.
export const understand = 1;
