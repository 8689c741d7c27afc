package io.accounts4j.jdbi;

import io.accounts4j.testkit.contract.UserDirectoryContract;

class JdbiUserDirectoryOnH2Test extends OnH2 implements UserDirectoryContract {}
