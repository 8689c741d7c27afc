package io.accounts4j.jdbi;

import io.accounts4j.testkit.contract.ReferencedUserContract;
import io.accounts4j.testkit.contract.UserRepositoryContract;

class JdbiUserRepositoryOnMariaDbTest extends OnMariaDb implements UserRepositoryContract, ReferencedUserContract {}
