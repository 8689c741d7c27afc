-- MariaDB commits every statement: one per file, and it may run again. All texts are compared byte by byte, none is
-- padded (nopad), as in the other databases. Times are UTC.
create table if not exists accounts_users (
  id              binary(16) not null,
  email           varchar(160) not null,
  email_canonical varchar(255) not null,
  name            varchar(100) not null,
  search_text     varchar(600) not null,
  password_hash   varchar(255),
  is_admin        boolean not null default false,
  confirmed_at    datetime(6),
  disabled_at     datetime(6),
  inserted_at     datetime(6) not null,
  updated_at      datetime(6) not null,
  version         bigint not null,
  primary key (id),
  unique key accounts_users_email_key (email_canonical),
  key accounts_users_inserted_at_idx (inserted_at, id),
  key accounts_users_search_text_idx (search_text, id),
  key accounts_users_admins_idx (is_admin, inserted_at, id)
) engine = InnoDB row_format = dynamic default charset = utf8mb4 collate = utf8mb4_nopad_bin;
