package io.accounts4j.jdbi;

import io.accounts4j.testdatabases.OnDatabases;
import io.accounts4j.testkit.contract.PasswordStoreContract;

@OnDatabases
class JdbiPasswordStoreTest extends OnDatabase implements PasswordStoreContract {}
