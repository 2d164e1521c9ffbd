-- feature: loop/publish/portal
-- What a shop's public pages are called, what they say first, and which of them are shown.
CREATE TABLE portal_settings (
  workspace_id id PRIMARY KEY,
  enabled boolean NOT NULL,
  title_zh text NOT NULL,
  title_en text NOT NULL,
  welcome_zh text NOT NULL,
  welcome_en text NOT NULL,
  pages text[] NOT NULL,
  changed_at timestamptz NOT NULL
);
SELECT huiyin.guard_table('portal_settings');
