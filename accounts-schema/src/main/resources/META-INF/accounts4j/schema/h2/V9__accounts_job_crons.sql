-- Up to when each schedule has been looked after: whoever moves last_tick on stores the job in the same transaction.
create table if not exists accounts_job_crons (
  name       varchar(127) not null,
  definition varchar(255) not null,
  last_tick  timestamp(6) with time zone not null,
  constraint accounts_job_crons_pkey primary key (name)
);
