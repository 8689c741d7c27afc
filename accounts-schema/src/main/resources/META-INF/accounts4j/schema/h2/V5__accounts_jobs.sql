-- The generated column stands for a partial index. Times carry their zone, for H2 itself writes them.
create table if not exists accounts_jobs (
  id               bigint generated always as identity primary key,
  state            varchar(16) default 'available' not null,
  queue            varchar(127) default 'default' not null,
  kind             varchar(127) not null,
  kind_version     integer default 1 not null,
  args             json,
  args_enc         varbinary,
  args_key_id      varchar(64),
  priority         smallint default 0 not null,
  attempt          integer default 0 not null,
  max_attempts     integer default 20 not null,
  lease            bigint default 0 not null,
  node_id          bigint,
  cancel_requested boolean default false not null,
  run_at           timestamp(6) with time zone default current_timestamp not null,
  inserted_at      timestamp(6) with time zone default current_timestamp not null,
  attempted_at     timestamp(6) with time zone,
  finalized_at     timestamp(6) with time zone,
  errors           json default json '[]' not null,
  uniq_key         varbinary(32),
  uniq_bucket      bigint,
  uniq_scope       smallint,
  subject          varchar(64),
  erased           boolean default false not null,
  waiting          varchar(127) generated always as
    (case when state in ('available', 'scheduled', 'retryable') then queue end),
  constraint accounts_jobs_state_check check (state in
    ('available', 'scheduled', 'executing', 'retryable', 'completed', 'discarded', 'cancelled')),
  constraint accounts_jobs_priority_check check (priority between 0 and 9)
);

create index if not exists accounts_jobs_waiting_idx on accounts_jobs (waiting, priority, run_at, id);
create index if not exists accounts_jobs_node_id_idx on accounts_jobs (state, node_id);
create index if not exists accounts_jobs_finalized_idx on accounts_jobs (state, finalized_at);
create unique index if not exists accounts_jobs_uniq_key on accounts_jobs (uniq_key, uniq_bucket);
create index if not exists accounts_jobs_subject_idx on accounts_jobs (subject);
