-- user_id refers to nothing: what happened outlives whom it happened to.
-- transaction_id tells a reader which ids may still appear below those it has seen.
create table accounts_events (
  id             bigint generated always as identity primary key,
  type           varchar(64) collate "C" not null,
  user_id        uuid,
  detail         varchar(255) not null default '',
  actor_id       uuid,
  address        varchar(45),
  user_agent     varchar(255),
  request_id     varchar(64),
  at             timestamptz(6) not null,
  transaction_id xid8 not null default pg_current_xact_id()
);

create index accounts_events_user_id_idx on accounts_events (user_id, id);
create index accounts_events_at_idx on accounts_events (at);
create index accounts_events_transaction_id_idx on accounts_events (transaction_id, id);
