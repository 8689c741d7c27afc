create table if not exists accounts_job_nodes (
  id         bigint not null auto_increment,
  name       varchar(255) not null,
  started_at datetime(6) not null default (utc_timestamp(6)),
  expires_at datetime(6) not null,
  primary key (id)
) engine = InnoDB row_format = dynamic default charset = utf8mb4 collate = utf8mb4_nopad_bin;
