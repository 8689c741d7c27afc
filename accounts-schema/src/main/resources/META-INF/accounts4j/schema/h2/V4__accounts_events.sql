-- user_id refers to nothing: what happened outlives whom it happened to.
create table if not exists accounts_events (
  id         bigint generated always as identity primary key,
  type       varchar(64) not null,
  user_id    uuid,
  detail     varchar(510) default '' not null,
  actor_id   uuid,
  address    varchar(45),
  user_agent varchar(255),
  request_id varchar(64),
  at         timestamp(6) not null
);

create index if not exists accounts_events_user_id_idx on accounts_events (user_id, id);
create index if not exists accounts_events_at_idx on accounts_events (at);
