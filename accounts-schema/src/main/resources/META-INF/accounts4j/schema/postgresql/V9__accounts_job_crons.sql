-- Up to when each schedule has been looked after: whoever moves last_tick on stores the job in the same transaction.
create table accounts_job_crons (
  name       varchar(127) collate "C" not null,
  definition varchar(255) not null,
  last_tick  timestamptz(6) not null,
  constraint accounts_job_crons_pkey primary key (name)
) with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 100);
