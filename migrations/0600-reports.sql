-- feature: loop/publish/reports
-- A report is about one period; what is said of it are its versions. A version that was published never changes again.
CREATE TABLE reports (
  id id PRIMARY KEY,
  workspace_id id NOT NULL,
  from_on date NOT NULL,
  to_on date NOT NULL,
  previous_from_on date NOT NULL,
  previous_to_on date NOT NULL,
  -- member, or schedule for the draft made after each month.
  made_by text NOT NULL CHECK (made_by IN ('member', 'schedule')),
  -- draft: nothing was ever published · published · withdrawn: said so at its address, with the reason.
  state text NOT NULL CHECK (state IN ('draft', 'published', 'withdrawn')),
  -- The version shown at the public address; null while nothing was published.
  shown_version integer,
  last_version integer NOT NULL,
  created_at timestamptz NOT NULL,
  published_at timestamptz,
  withdrawn_at timestamptz,
  withdrawn_reason text,
  CHECK (from_on <= to_on AND previous_to_on < from_on)
);
CREATE INDEX reports_newest ON reports (workspace_id, to_on DESC, id DESC);
CREATE INDEX reports_public ON reports (workspace_id, to_on DESC, id DESC) WHERE shown_version IS NOT NULL;
CREATE UNIQUE INDEX reports_one_by_schedule ON reports (workspace_id, from_on, to_on) WHERE made_by = 'schedule';
SELECT huiyin.guard_table('reports');

CREATE TABLE report_versions (
  workspace_id id NOT NULL,
  report_id id NOT NULL REFERENCES reports (id) ON DELETE CASCADE,
  version integer NOT NULL CHECK (version > 0),
  state text NOT NULL CHECK (state IN ('draft', 'published', 'superseded', 'withdrawn')),
  -- Every figure with its count, base, window and interval, and the sums it was computed from; for members only.
  figures jsonb NOT NULL,
  -- Foreword and words of each section in both languages, and what is said of each fix.
  texts jsonb NOT NULL,
  -- What everybody may read: figures after redaction and texts. Null until it is published.
  public jsonb,
  -- SHA-256 of `public`, hexadecimal.
  digest text,
  -- Why this version was made, for all but the first.
  reason text,
  computed_at timestamptz NOT NULL,
  compute_ms integer NOT NULL,
  edited_at timestamptz NOT NULL,
  published_at timestamptz,
  published_by_id id,
  published_by_name text,
  PRIMARY KEY (workspace_id, report_id, version),
  CHECK ((public IS NULL) = (state = 'draft')),
  CHECK ((public IS NULL) = (digest IS NULL))
);
CREATE UNIQUE INDEX report_versions_one_draft ON report_versions (workspace_id, report_id) WHERE state = 'draft';
CREATE UNIQUE INDEX report_versions_one_shown ON report_versions (workspace_id, report_id) WHERE state = 'published';
SELECT huiyin.guard_table('report_versions');

-- Whatever the code does: what was published stays as it was read.
CREATE FUNCTION huiyin.keep_published_report() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF OLD.state <> 'draft' AND (NEW.figures, NEW.texts, NEW.public, NEW.digest, NEW.reason, NEW.computed_at, NEW.published_at,
      NEW.published_by_id, NEW.published_by_name, NEW.version, NEW.report_id)
    IS DISTINCT FROM (OLD.figures, OLD.texts, OLD.public, OLD.digest, OLD.reason, OLD.computed_at, OLD.published_at,
      OLD.published_by_id, OLD.published_by_name, OLD.version, OLD.report_id) THEN
    RAISE EXCEPTION 'A published report does not change; make a new version.';
  END IF;
  IF OLD.state <> 'draft' AND NEW.state = 'draft' THEN
    RAISE EXCEPTION 'A published report does not become a draft again.';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER report_versions_stay BEFORE UPDATE ON report_versions
  FOR EACH ROW EXECUTE FUNCTION huiyin.keep_published_report();

-- Whom a published version thanks: names are looked up when the page is read, so that a name taken back is gone at once.
CREATE TABLE report_thanks (
  workspace_id id NOT NULL,
  report_id id NOT NULL REFERENCES reports (id) ON DELETE CASCADE,
  version integer NOT NULL,
  person_id id NOT NULL,
  PRIMARY KEY (workspace_id, report_id, version, person_id)
);
CREATE INDEX report_thanks_of_person ON report_thanks (workspace_id, person_id);
SELECT huiyin.guard_table('report_thanks');

CREATE TABLE report_settings (
  workspace_id id PRIMARY KEY,
  -- A draft is made in the first days of each month; it is never published by itself.
  monthly boolean NOT NULL DEFAULT true,
  updated_at timestamptz NOT NULL
);
SELECT huiyin.guard_table('report_settings');

CREATE VIEW reports_facts WITH (security_invoker = true) AS
  SELECT r.workspace_id, r.id, r.from_on, r.to_on, r.state, r.shown_version, r.last_version, r.published_at, v.digest
  FROM reports r LEFT JOIN report_versions v ON v.workspace_id = r.workspace_id AND v.report_id = r.id AND v.version = r.shown_version;
GRANT SELECT ON reports_facts TO huiyin_app;
CREATE VIEW report_versions_facts WITH (security_invoker = true) AS
  SELECT workspace_id, report_id, version, state, digest, reason, published_at FROM report_versions WHERE state <> 'draft';
GRANT SELECT ON report_versions_facts TO huiyin_app;
