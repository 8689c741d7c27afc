create table if not exists accounts_sessions (
  id               binary(16) not null,
  token_hash       binary(32) not null,
  user_id          binary(16) not null,
  created_at       datetime(6) not null,
  authenticated_at datetime(6) not null,
  last_seen_at     datetime(6),
  expires_at       datetime(6) not null,
  address          varchar(45),
  user_agent       varchar(255),
  primary key (id),
  unique key accounts_sessions_token_hash_key (token_hash),
  key accounts_sessions_user_id_idx (user_id),
  key accounts_sessions_expires_at_idx (expires_at),
  constraint accounts_sessions_user_id_fkey foreign key (user_id) references accounts_users (id) on delete cascade
) engine = InnoDB row_format = dynamic default charset = utf8mb4 collate = utf8mb4_nopad_bin;
