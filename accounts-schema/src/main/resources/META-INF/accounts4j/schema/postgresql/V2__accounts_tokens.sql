create table accounts_tokens (
  token_hash bytea primary key,
  purpose    varchar(32) collate "C" not null,
  user_id    uuid not null,
  sent_to    varchar(160) not null,
  created_at timestamptz(6) not null,
  expires_at timestamptz(6) not null,
  constraint accounts_tokens_user_id_fkey foreign key (user_id) references accounts_users (id) on delete cascade,
  constraint accounts_tokens_token_hash_check check (octet_length(token_hash) = 32)
) with (autovacuum_vacuum_scale_factor = 0.02);

create index accounts_tokens_user_id_idx on accounts_tokens (user_id);
create index accounts_tokens_expires_at_idx on accounts_tokens (expires_at);
