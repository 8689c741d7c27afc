create table accounts_jobs (
  id               bigint generated always as identity primary key,
  state            varchar(16) collate "C" not null default 'available',
  queue            varchar(127) collate "C" not null default 'default',
  kind             varchar(127) collate "C" not null,
  kind_version     integer not null default 1,
  args             jsonb,
  args_enc         bytea,
  args_key_id      varchar(64),
  priority         smallint not null default 0,
  attempt          integer not null default 0,
  max_attempts     integer not null default 20,
  lease            bigint not null default 0,
  node_id          bigint,
  cancel_requested boolean not null default false,
  run_at           timestamptz(6) not null default now(),
  inserted_at      timestamptz(6) not null default now(),
  attempted_at     timestamptz(6),
  finalized_at     timestamptz(6),
  errors           jsonb not null default '[]',
  uniq_key         bytea,
  uniq_bucket      bigint,
  uniq_scope       smallint,
  subject          varchar(64) collate "C",
  erased           boolean not null default false,
  constraint accounts_jobs_state_check check (state in
    ('available', 'scheduled', 'executing', 'retryable', 'completed', 'discarded', 'cancelled')),
  constraint accounts_jobs_priority_check check (priority between 0 and 9)
) with (
  autovacuum_vacuum_scale_factor = 0,
  autovacuum_vacuum_threshold = 2000,
  autovacuum_vacuum_cost_delay = 0
);

create index accounts_jobs_waiting_idx on accounts_jobs (queue, priority, run_at, id)
  where state in ('available', 'scheduled', 'retryable');
create index accounts_jobs_executing_idx on accounts_jobs (node_id) where state = 'executing';
create index accounts_jobs_finalized_idx on accounts_jobs (state, finalized_at)
  where state in ('completed', 'discarded', 'cancelled');
create unique index accounts_jobs_uniq_key on accounts_jobs (uniq_key, uniq_bucket) where uniq_key is not null;
create index accounts_jobs_subject_idx on accounts_jobs (subject) where subject is not null;
