-- H2 counts UTF-16 units, so what people write has twice the room. Every statement may run again: H2 commits each.
create table if not exists accounts_users (
  id              uuid primary key,
  email           varchar(320) not null,
  email_canonical varchar(255) not null,
  name            varchar(200) not null,
  search_text     varchar(1200) not null,
  password_hash   varchar(255),
  is_admin        boolean default false not null,
  confirmed_at    timestamp(6),
  disabled_at     timestamp(6),
  inserted_at     timestamp(6) not null,
  updated_at      timestamp(6) not null,
  version         bigint not null,
  constraint accounts_users_email_key unique (email_canonical)
);

create index if not exists accounts_users_email_idx on accounts_users (email_canonical, id);
create index if not exists accounts_users_inserted_at_idx on accounts_users (inserted_at, id);
create index if not exists accounts_users_search_text_idx on accounts_users (search_text, id);
create index if not exists accounts_users_admins_idx on accounts_users (is_admin, inserted_at, id);
