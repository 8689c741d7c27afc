-- The kind stands before the due time: jobs of kinds that a node has no handler for cost it nothing.
create index accounts_jobs_due_idx on accounts_jobs (queue, kind, priority, run_at, id)
  where state in ('available', 'scheduled', 'retryable');
drop index accounts_jobs_waiting_idx;
