/**
 * The contracts of the ports as tests: one interface for each port, implemented by a test class of each adapter. The
 * contracts of the stores share {@link io.accounts4j.testkit.contract.StoreFixture}, so that such a class has one method.
 */
@NullMarked
package io.accounts4j.testkit.contract;

import org.jspecify.annotations.NullMarked;
