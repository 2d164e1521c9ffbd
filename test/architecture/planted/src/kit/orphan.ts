// Planted: nobody imports it and it imports nobody.
export const alone = 1;
