-- The job whose mail holds the token: attempts at one mail count as one.
alter table accounts_tokens add column if not exists job_id bigint;
