package io.accounts4j.jdbi;

import io.accounts4j.testdatabases.OnDatabases;
import io.accounts4j.testkit.contract.ReferencedUserContract;
import io.accounts4j.testkit.contract.UserRepositoryContract;

@OnDatabases
class JdbiUserRepositoryTest extends OnDatabase implements UserRepositoryContract, ReferencedUserContract {}
