// Planted.
export const machine = 1;
