package io.accounts4j.jdbi;

import io.accounts4j.testkit.contract.EventStoreContract;

class JdbiEventStoreOnH2Test extends OnH2 implements EventStoreContract {}
