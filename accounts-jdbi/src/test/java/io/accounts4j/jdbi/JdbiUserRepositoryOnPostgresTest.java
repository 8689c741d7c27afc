package io.accounts4j.jdbi;

import io.accounts4j.testkit.contract.ReferencedUserContract;
import io.accounts4j.testkit.contract.UserRepositoryContract;

class JdbiUserRepositoryOnPostgresTest extends OnPostgres implements UserRepositoryContract, ReferencedUserContract {}
