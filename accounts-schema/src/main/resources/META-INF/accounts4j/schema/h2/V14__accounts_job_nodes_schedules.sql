-- A JSON array of names; null for nodes of releases that do not register them.
alter table accounts_job_nodes add column if not exists schedules varchar;
