-- feature: loop/understand/learning
-- A version chosen by hand stays until somebody lets learning choose again; what is learned meanwhile is kept aside.
ALTER TABLE learning_settings ADD COLUMN is_held boolean NOT NULL DEFAULT false;
ALTER TABLE shop_engines DROP CONSTRAINT shop_engines_state_check;
ALTER TABLE shop_engines ADD CONSTRAINT shop_engines_state_check
  CHECK (state IN ('active', 'superseded', 'rolled_back', 'refused', 'outdated', 'aside'));
