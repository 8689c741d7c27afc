-- Encrypted arguments are bound to the row's own random id, which no second row can have.
alter table accounts_jobs
  add column if not exists args_id varbinary(16),
  add unique key if not exists accounts_jobs_args_id_key (args_id);
