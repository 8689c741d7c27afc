package io.accounts4j.jdbi;

import io.accounts4j.testkit.contract.UserDirectoryContract;

class JdbiUserDirectoryOnMariaDbTest extends OnMariaDb implements UserDirectoryContract {}
