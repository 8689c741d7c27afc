-- JSON arrays of texts; null for nodes of releases that do not register them.
alter table accounts_job_nodes add column queues text, add column kinds text;
