-- The foreign key brings its own index on user_id.
create table if not exists accounts_tokens (
  token_hash binary(32) primary key,
  purpose    varchar(32) not null,
  user_id    uuid not null,
  sent_to    varchar(320) not null,
  created_at timestamp(6) not null,
  expires_at timestamp(6) not null,
  constraint accounts_tokens_user_id_fkey foreign key (user_id) references accounts_users (id) on delete cascade
);

create index if not exists accounts_tokens_expires_at_idx on accounts_tokens (expires_at);
