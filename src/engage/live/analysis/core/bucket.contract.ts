// How long a bucket is, for all who draw or keep what the analysis puts into buckets.

/** Event time of one bucket, milliseconds. */
export const BUCKET_MS = 10_000;
