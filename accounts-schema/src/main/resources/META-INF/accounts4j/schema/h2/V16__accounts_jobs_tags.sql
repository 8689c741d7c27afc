-- A JSON array of texts, sorted; null for a job without tags.
alter table accounts_jobs add column if not exists tags varchar;
