package io.accounts4j.jdbi;

import io.accounts4j.testdatabases.OnDatabases;
import io.accounts4j.testkit.contract.UserDirectoryContract;

@OnDatabases
class JdbiUserDirectoryTest extends OnDatabase implements UserDirectoryContract {}
