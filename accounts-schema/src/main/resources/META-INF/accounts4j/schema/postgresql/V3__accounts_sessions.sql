-- Room on each page, so that last_seen_at, which no index has, is written in place.
create table accounts_sessions (
  id               uuid primary key,
  token_hash       bytea not null,
  user_id          uuid not null,
  created_at       timestamptz(6) not null,
  authenticated_at timestamptz(6) not null,
  last_seen_at     timestamptz(6),
  expires_at       timestamptz(6) not null,
  address          varchar(45),
  user_agent       varchar(255),
  constraint accounts_sessions_token_hash_key unique (token_hash),
  constraint accounts_sessions_user_id_fkey foreign key (user_id) references accounts_users (id) on delete cascade,
  constraint accounts_sessions_token_hash_check check (octet_length(token_hash) = 32)
) with (fillfactor = 85, autovacuum_vacuum_scale_factor = 0.02);

create index accounts_sessions_user_id_idx on accounts_sessions (user_id);
create index accounts_sessions_expires_at_idx on accounts_sessions (expires_at);
