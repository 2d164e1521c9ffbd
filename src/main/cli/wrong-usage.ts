// Wrong words that only the command itself can tell, such as two options that exclude each other.

/** Its message names the options in question; the process ends with 2, as for any wrong words. */
export class WrongUsage extends Error {}
