-- JSON arrays of texts; null for nodes of releases that do not register them.
alter table accounts_job_nodes
  add column if not exists queues longtext,
  add column if not exists kinds longtext;
