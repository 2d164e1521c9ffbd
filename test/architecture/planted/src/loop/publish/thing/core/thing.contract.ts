// Planted.
export const publish = 1;
