-- user_id refers to nothing: what happened outlives whom it happened to.
create table if not exists accounts_events (
  id         bigint not null auto_increment,
  type       varchar(64) not null,
  user_id    binary(16),
  detail     varchar(255) not null default '',
  actor_id   binary(16),
  address    varchar(45),
  user_agent varchar(255),
  request_id varchar(64),
  at         datetime(6) not null,
  primary key (id),
  key accounts_events_user_id_idx (user_id, id),
  key accounts_events_at_idx (at)
) engine = InnoDB row_format = dynamic default charset = utf8mb4 collate = utf8mb4_nopad_bin;
