package io.accounts4j.jdbi;

import io.accounts4j.testkit.contract.UserDirectoryContract;

class JdbiUserDirectoryOnPostgresTest extends OnPostgres implements UserDirectoryContract {}
