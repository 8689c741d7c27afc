create table if not exists accounts_job_nodes (
  id         bigint generated always as identity primary key,
  name       varchar(255) not null,
  started_at timestamp(6) with time zone default current_timestamp not null,
  expires_at timestamp(6) with time zone not null
);
