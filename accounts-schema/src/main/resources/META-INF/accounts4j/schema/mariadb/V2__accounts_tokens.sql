create table if not exists accounts_tokens (
  token_hash binary(32) not null,
  purpose    varchar(32) not null,
  user_id    binary(16) not null,
  sent_to    varchar(160) not null,
  created_at datetime(6) not null,
  expires_at datetime(6) not null,
  primary key (token_hash),
  key accounts_tokens_user_id_idx (user_id),
  key accounts_tokens_expires_at_idx (expires_at),
  constraint accounts_tokens_user_id_fkey foreign key (user_id) references accounts_users (id) on delete cascade
) engine = InnoDB row_format = dynamic default charset = utf8mb4 collate = utf8mb4_nopad_bin;
