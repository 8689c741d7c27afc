create table accounts_users (
  id              uuid primary key,
  email           varchar(160) not null,
  email_canonical varchar(255) collate "C" not null,
  name            varchar(100) not null,
  search_text     varchar(600) collate "C" not null,
  password_hash   varchar(255),
  is_admin        boolean not null default false,
  confirmed_at    timestamptz(6),
  disabled_at     timestamptz(6),
  inserted_at     timestamptz(6) not null,
  updated_at      timestamptz(6) not null,
  version         bigint not null,
  constraint accounts_users_email_key unique (email_canonical)
);

create index accounts_users_inserted_at_idx on accounts_users (inserted_at, id);
create index accounts_users_search_text_idx on accounts_users (search_text, id);
create index accounts_users_admins_idx on accounts_users (inserted_at, id) where is_admin;
