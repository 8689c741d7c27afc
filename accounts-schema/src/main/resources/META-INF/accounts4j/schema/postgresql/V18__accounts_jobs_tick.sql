-- The tick of the schedule that stored the job; run_at moves on with each attempt.
alter table accounts_jobs add column tick timestamptz(6);
