// Starts the test cluster before the first test process and ends it after the last; several projects of one run share it.
import { CLUSTER_VARIABLE, startCluster } from './cluster.ts';

/** Called by vitest once for each project; the first one starts the cluster. */
export default async function setup(): Promise<() => Promise<void>> {
  if (process.env[CLUSTER_VARIABLE]) return async () => {};
  const cluster = await startCluster();
  process.env[CLUSTER_VARIABLE] = cluster.url;
  return async () => {
    delete process.env[CLUSTER_VARIABLE];
    await cluster.stop();
  };
}
