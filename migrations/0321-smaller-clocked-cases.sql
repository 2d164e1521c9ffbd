-- feature: loop/act/clocks
-- Most cases keep the promise of their first day, so it is written a second time only once it has become another one.
ALTER TABLE clocked_cases ALTER COLUMN first_specs DROP NOT NULL;
