// Server settings for one shop on one machine: safe on power loss, kind to a laptop, quick for a big import.

/** Settings given to `postgres` at each start; the files of the cluster stay as `initdb` wrote them. */
export const SETTINGS: Readonly<Record<string, string>> = {
  shared_buffers: '384MB',
  effective_cache_size: '1GB',
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  max_connections: '60',
  synchronous_commit: 'on',
  fsync: 'on',
  wal_level: 'minimal',
  max_wal_senders: '0',
  wal_compression: 'on',
  max_wal_size: '4GB',
  min_wal_size: '128MB',
  checkpoint_timeout: '15min',
  checkpoint_completion_target: '0.9',
  random_page_cost: '1.1',
  jit: 'off',
  // An import adds rows faster than the defaults notice: statistics must follow or plans go wrong.
  autovacuum_naptime: '20s',
  autovacuum_analyze_scale_factor: '0.05',
  autovacuum_vacuum_scale_factor: '0.05',
  autovacuum_vacuum_insert_scale_factor: '0.1',
  autovacuum_vacuum_cost_limit: '2000',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C.UTF-8',
  log_line_prefix: '%m [%p] ',
  log_min_messages: 'warning',
  log_checkpoints: 'off',
  log_statement: 'none',
  // Statements carry what customers wrote; a log keeps the error, not the text.
  log_min_error_statement: 'panic',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  logging_collector: 'off',
  log_destination: 'stderr',
};

/** `-c name=value` words for the server. */
export function settingWords(settings: Readonly<Record<string, string>>): string[] {
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
