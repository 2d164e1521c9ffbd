// Planted.
export const person = 1;
