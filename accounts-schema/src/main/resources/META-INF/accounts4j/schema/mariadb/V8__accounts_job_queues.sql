-- What was said about queues at run time. An empty node means all nodes; null means that nothing was said.
create table if not exists accounts_job_queues (
  queue      varchar(127) not null,
  node       varchar(255) not null default '',
  paused     boolean,
  stopped    boolean,
  room       integer,
  updated_at datetime(6) not null default (utc_timestamp(6)),
  primary key (queue, node),
  constraint accounts_job_queues_room_check check (room > 0)
) engine = InnoDB row_format = dynamic default charset = utf8mb4 collate = utf8mb4_nopad_bin;
