-- Search in names and addresses needs pg_trgm to be fast, and works without it. Where this role may not have it, an
-- administrator can run the two statements later: docs/schema.md.
do $$
declare
  home name;
begin
  if not exists (select from pg_extension where extname = 'pg_trgm') then
    create extension if not exists pg_trgm;
  end if;
  select n.nspname into home
    from pg_opclass c join pg_namespace n on n.oid = c.opcnamespace
   where c.opcname = 'gin_trgm_ops'
   limit 1;
  execute format('create index accounts_users_search_trgm_idx on accounts_users using gin (search_text %I.gin_trgm_ops)', home);
exception
  when insufficient_privilege or undefined_file or feature_not_supported or unique_violation then
    raise warning 'no index for searching users, for pg_trgm cannot be had: %', sqlerrm;
end
$$;
