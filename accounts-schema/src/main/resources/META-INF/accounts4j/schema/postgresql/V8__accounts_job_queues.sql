-- What was said about queues at run time. An empty node means all nodes; null means that nothing was said.
create table accounts_job_queues (
  queue      varchar(127) collate "C" not null,
  node       varchar(255) collate "C" not null default '',
  paused     boolean,
  stopped    boolean,
  room       integer,
  updated_at timestamptz(6) not null default now(),
  constraint accounts_job_queues_pkey primary key (queue, node),
  constraint accounts_job_queues_room_check check (room > 0)
);
