-- feature: loop/collect/signals
-- Shops that push their orders, each with the secret its platform signs with.
CREATE TABLE shop_sources (
  id id PRIMARY KEY,
  workspace_id id NOT NULL,
  name text NOT NULL,
  platform text NOT NULL CHECK (platform IN ('shopify', 'woocommerce')),
  secret_sealed text NOT NULL,
  enabled boolean NOT NULL DEFAULT true,
  created_at timestamptz NOT NULL,
  last_delivery_at timestamptz,
  UNIQUE (workspace_id, name)
);
SELECT huiyin.machine_table('shop_sources');

-- One row for each delivery taken: sent again it is a duplicate and changes nothing.
CREATE TABLE shop_deliveries (
  workspace_id id NOT NULL,
  source_id id NOT NULL REFERENCES shop_sources (id) ON DELETE CASCADE,
  delivery_id text NOT NULL,
  id id NOT NULL,
  topic text NOT NULL,
  received_at timestamptz NOT NULL,
  recorded integer NOT NULL DEFAULT 0,
  duplicates integer NOT NULL DEFAULT 0,
  rejected integer NOT NULL DEFAULT 0,
  PRIMARY KEY (workspace_id, source_id, delivery_id)
);
CREATE INDEX shop_deliveries_newest ON shop_deliveries (workspace_id, source_id, id DESC);
SELECT huiyin.guard_table('shop_deliveries');

CREATE TABLE signals (
  id id PRIMARY KEY,
  workspace_id id NOT NULL,
  source text COLLATE "C" NOT NULL,
  external_id text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL,
  occurred_at timestamptz NOT NULL,
  received_at timestamptz NOT NULL,
  -- The shop's own day.
  day date NOT NULL,
  person_id id,
  -- Keyed hash of the order's number; the number itself lies sealed in signal_orders.
  order_hash text COLLATE "C",
  order_hint text,
  amount_minor bigint,
  currency text,
  -- Masked.
  reason text,
  for_size boolean NOT NULL,
  meta jsonb NOT NULL,
  UNIQUE (workspace_id, source, external_id)
);
CREATE INDEX signals_newest ON signals (workspace_id, occurred_at DESC, id DESC);
CREATE INDEX signals_by_kind ON signals (workspace_id, kind, occurred_at DESC, id DESC);
CREATE INDEX signals_by_person ON signals (workspace_id, person_id, occurred_at DESC, id DESC) WHERE person_id IS NOT NULL;
CREATE INDEX signals_by_order ON signals (workspace_id, order_hash, occurred_at DESC, id DESC) WHERE order_hash IS NOT NULL;
CREATE INDEX signals_by_source ON signals (workspace_id, source, occurred_at DESC, id DESC);
CREATE INDEX signals_by_hint ON signals (workspace_id, order_hint, occurred_at DESC, id DESC) WHERE order_hint IS NOT NULL;
SELECT huiyin.guard_table('signals');

CREATE TABLE signal_lines (
  workspace_id id NOT NULL,
  signal_id id NOT NULL REFERENCES signals (id) ON DELETE CASCADE,
  line integer NOT NULL,
  product_id id,
  sku text,
  name text,
  qty integer NOT NULL,
  amount_minor bigint,
  currency text,
  size text,
  size_to text,
  PRIMARY KEY (workspace_id, signal_id, line)
);
CREATE INDEX signal_lines_by_product ON signal_lines (workspace_id, product_id, signal_id DESC) WHERE product_id IS NOT NULL;
SELECT huiyin.guard_table('signal_lines');

-- One row an order: what is known of it from all its signals.
CREATE TABLE signal_orders (
  workspace_id id NOT NULL,
  order_hash text COLLATE "C" NOT NULL,
  order_hint text NOT NULL,
  order_sealed text NOT NULL,
  person_id id,
  first_at timestamptz NOT NULL,
  last_at timestamptz NOT NULL,
  last_kind text NOT NULL,
  amount_minor bigint,
  currency text,
  -- The signal that counted this order in the daily sums; an order counts once however it is told.
  counted_by id,
  PRIMARY KEY (workspace_id, order_hash)
);
CREATE INDEX signal_orders_by_person ON signal_orders (workspace_id, person_id, last_at DESC) WHERE person_id IS NOT NULL;
SELECT huiyin.guard_table('signal_orders');

-- A platform's internal number of an order leads to the number the customer knows.
CREATE TABLE signal_order_aliases (
  workspace_id id NOT NULL,
  alias_hash text COLLATE "C" NOT NULL,
  order_hash text COLLATE "C" NOT NULL,
  PRIMARY KEY (workspace_id, alias_hash)
);
CREATE INDEX signal_order_aliases_by_order ON signal_order_aliases (workspace_id, order_hash);
SELECT huiyin.guard_table('signal_order_aliases');

-- Sums a day, kept in the transaction that records. An empty product is the whole shop.
CREATE TABLE signal_daily (
  workspace_id id NOT NULL,
  day date NOT NULL,
  product_id id NOT NULL,
  orders bigint NOT NULL DEFAULT 0,
  cancelled bigint NOT NULL DEFAULT 0,
  refunds bigint NOT NULL DEFAULT 0,
  returns bigint NOT NULL DEFAULT 0,
  exchanges bigint NOT NULL DEFAULT 0,
  for_size bigint NOT NULL DEFAULT 0,
  shipped bigint NOT NULL DEFAULT 0,
  delivered bigint NOT NULL DEFAULT 0,
  delayed bigint NOT NULL DEFAULT 0,
  lost bigint NOT NULL DEFAULT 0,
  visits bigint NOT NULL DEFAULT 0,
  carts bigint NOT NULL DEFAULT 0,
  leaves bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (workspace_id, day, product_id)
) WITH (fillfactor = 80);
CREATE INDEX signal_daily_by_product ON signal_daily (workspace_id, product_id, day DESC);
SELECT huiyin.guard_table('signal_daily');

CREATE TABLE signal_source_days (
  workspace_id id NOT NULL,
  source text COLLATE "C" NOT NULL,
  day date NOT NULL,
  signals bigint NOT NULL,
  last_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, source, day)
);
SELECT huiyin.guard_table('signal_source_days');

CREATE TABLE signal_imports (
  id id PRIMARY KEY,
  workspace_id id NOT NULL,
  file_id id,
  file_name text NOT NULL,
  size_bytes bigint NOT NULL,
  columns jsonb NOT NULL,
  mapping jsonb NOT NULL,
  state text NOT NULL CHECK (state IN ('uploaded', 'running', 'done', 'failed')),
  read integer NOT NULL DEFAULT 0,
  recorded integer NOT NULL DEFAULT 0,
  duplicates integer NOT NULL DEFAULT 0,
  rejected integer NOT NULL DEFAULT 0,
  bytes_read bigint NOT NULL DEFAULT 0,
  -- Where to go on after a restart.
  position jsonb,
  errors jsonb NOT NULL DEFAULT '[]',
  failure text,
  created_at timestamptz NOT NULL,
  created_by text NOT NULL,
  finished_at timestamptz
);
CREATE INDEX signal_imports_newest ON signal_imports (workspace_id, id DESC);
SELECT huiyin.guard_table('signal_imports');

CREATE VIEW signals_facts WITH (security_invoker = true) AS
  SELECT workspace_id, id, source, external_id, kind, occurred_at, received_at, day, person_id, order_hash,
    order_hint AS order_no_hint, amount_minor, currency, reason, for_size
  FROM signals;
CREATE VIEW signal_lines_facts WITH (security_invoker = true) AS
  SELECT workspace_id, signal_id, line, product_id, sku, name, qty, amount_minor, currency, size, size_to FROM signal_lines;
CREATE VIEW signal_orders_facts WITH (security_invoker = true) AS
  SELECT workspace_id, order_hash, order_hint AS order_no_hint, person_id, first_at, last_at, last_kind, amount_minor, currency,
    counted_by IS NOT NULL AS placed
  FROM signal_orders;
CREATE VIEW signal_daily_facts WITH (security_invoker = true) AS
  SELECT workspace_id, day, product_id, orders, cancelled, refunds, returns, exchanges, for_size, shipped, delivered, delayed, lost,
    visits, carts, leaves
  FROM signal_daily;
GRANT SELECT ON signals_facts, signal_lines_facts, signal_orders_facts, signal_daily_facts TO huiyin_app;
