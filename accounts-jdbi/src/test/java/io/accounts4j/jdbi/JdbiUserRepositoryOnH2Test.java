package io.accounts4j.jdbi;

import io.accounts4j.testkit.contract.ReferencedUserContract;
import io.accounts4j.testkit.contract.UserRepositoryContract;

class JdbiUserRepositoryOnH2Test extends OnH2 implements UserRepositoryContract, ReferencedUserContract {}
