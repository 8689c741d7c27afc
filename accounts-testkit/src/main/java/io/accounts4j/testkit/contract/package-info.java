/**
 * What every adapter must do, as tests: one interface per port, to be implemented by a test class of the adapter. Those
 * of the stores share {@link io.accounts4j.testkit.contract.StoreFixture}, so that such a class is one method.
 */
@NullMarked
package io.accounts4j.testkit.contract;

import org.jspecify.annotations.NullMarked;
