/**
 * Adapters that break their contract, each in one way seen in practice, and the contract test that catches it. Entries: {@link
 * io.accounts4j.testkit.liars.LiarsAreCaughtTest} for stores, hashers, buses and mailers, {@link
 * io.accounts4j.testkit.liars.JobLiarsAreCaughtTest} for consoles and queue controls.
 */
package io.accounts4j.testkit.liars;
