-- feature: loop/collect/widget
-- Pages of the shop on which the widget may stand: a public key, and the only origins that may use it.
CREATE TABLE widget_sites (
  id id PRIMARY KEY,
  workspace_id id NOT NULL,
  site_key text NOT NULL UNIQUE,
  name text NOT NULL,
  origins text[] NOT NULL,
  color text NOT NULL,
  greeting_zh text NOT NULL,
  greeting_en text NOT NULL,
  product_name text,
  product_sku text,
  -- Most voices taken from this site in an hour; more are asked to wait.
  per_hour integer NOT NULL,
  enabled boolean NOT NULL DEFAULT true,
  created_at timestamptz NOT NULL,
  last_voice_at timestamptz,
  UNIQUE (workspace_id, name)
);
SELECT huiyin.machine_table('widget_sites');

-- How many voices a site brought in each hour; counted in the same statement that lets a voice in.
CREATE TABLE widget_hours (
  workspace_id id NOT NULL,
  site_id id NOT NULL REFERENCES widget_sites (id) ON DELETE CASCADE,
  hour timestamptz NOT NULL,
  voices integer NOT NULL,
  PRIMARY KEY (workspace_id, site_id, hour)
);
SELECT huiyin.guard_table('widget_hours');
