-- What was said about queues at run time. An empty node means all nodes; null means that nothing was said.
create table if not exists accounts_job_queues (
  queue      varchar(127) not null,
  node       varchar(255) default '' not null,
  paused     boolean,
  stopped    boolean,
  room       integer,
  updated_at timestamp(6) with time zone default current_timestamp not null,
  constraint accounts_job_queues_pkey primary key (queue, node),
  constraint accounts_job_queues_room_check check (room > 0)
);
