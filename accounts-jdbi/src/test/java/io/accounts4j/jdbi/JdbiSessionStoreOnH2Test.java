package io.accounts4j.jdbi;

import io.accounts4j.testkit.contract.SessionStoreContract;

class JdbiSessionStoreOnH2Test extends OnH2 implements SessionStoreContract {}
