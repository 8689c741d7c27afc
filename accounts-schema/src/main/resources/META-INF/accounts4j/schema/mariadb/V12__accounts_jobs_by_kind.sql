-- The kind stands before the due time: jobs of kinds that a node has no handler for cost it nothing.
alter table accounts_jobs
  add index if not exists accounts_jobs_due_idx (waiting, kind, priority, run_at, id),
  drop index if exists accounts_jobs_waiting_idx;
