-- Encrypted arguments are bound to the row's own random id, which no second row can have.
alter table accounts_jobs add column args_id bytea;
create unique index accounts_jobs_args_id_key on accounts_jobs (args_id) where args_id is not null;
