// Planted.
export const words = 1;
