-- A handful of rows, each renewed every few seconds.
create table accounts_job_nodes (
  id         bigint generated always as identity primary key,
  name       varchar(255) not null,
  started_at timestamptz(6) not null default now(),
  expires_at timestamptz(6) not null
) with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 100);
