// Planted.
export const gate = 1;
