-- The version of the rules that canonical address and search text were computed by; 1 is that of rows written before.
-- A job computes them anew: Refolding of accounts-core.
alter table accounts_users add column if not exists search_version smallint default 1 not null;
