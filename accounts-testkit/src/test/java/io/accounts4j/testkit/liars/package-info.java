/**
 * Adapters that do not keep their promises, each in one way that has been met in the wild, and the contract test that
 * catches it. Entry: {@link io.accounts4j.testkit.liars.LiarsAreCaughtTest}.
 */
package io.accounts4j.testkit.liars;
