-- The foreign key brings its own index on user_id.
create table if not exists accounts_sessions (
  id               uuid primary key,
  token_hash       binary(32) not null,
  user_id          uuid not null,
  created_at       timestamp(6) not null,
  authenticated_at timestamp(6) not null,
  last_seen_at     timestamp(6),
  expires_at       timestamp(6) not null,
  address          varchar(45),
  user_agent       varchar(255),
  constraint accounts_sessions_token_hash_key unique (token_hash),
  constraint accounts_sessions_user_id_fkey foreign key (user_id) references accounts_users (id) on delete cascade
);

create index if not exists accounts_sessions_expires_at_idx on accounts_sessions (expires_at);
