// Planted.
export const verify = 1;
