-- Up to when each schedule has been looked after: whoever moves last_tick on stores the job in the same transaction.
create table if not exists accounts_job_crons (
  name       varchar(127) not null,
  definition varchar(255) not null,
  last_tick  datetime(6) not null,
  primary key (name)
) engine = InnoDB row_format = dynamic default charset = utf8mb4 collate = utf8mb4_nopad_bin;
