-- feature: ground/catalog
CREATE TABLE products (
  id id PRIMARY KEY,
  workspace_id id NOT NULL,
  sku text,
  name text NOT NULL,
  created_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX products_by_sku ON products (workspace_id, sku) WHERE sku IS NOT NULL;
CREATE UNIQUE INDEX products_by_name ON products (workspace_id, name) WHERE sku IS NULL;
CREATE INDEX products_names ON products (workspace_id, name);
SELECT huiyin.guard_table('products');
CREATE VIEW products_facts WITH (security_invoker = true) AS
  SELECT workspace_id, id, sku, name FROM products;
GRANT SELECT ON products_facts TO huiyin_app;
