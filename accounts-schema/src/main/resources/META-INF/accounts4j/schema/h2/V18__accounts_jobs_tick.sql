-- The tick of the schedule that stored the job; run_at moves on with each attempt.
alter table accounts_jobs add column if not exists tick timestamp(6) with time zone;
