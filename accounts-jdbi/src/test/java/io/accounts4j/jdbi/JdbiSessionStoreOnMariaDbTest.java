package io.accounts4j.jdbi;

import io.accounts4j.testkit.contract.SessionStoreContract;

class JdbiSessionStoreOnMariaDbTest extends OnMariaDb implements SessionStoreContract {}
