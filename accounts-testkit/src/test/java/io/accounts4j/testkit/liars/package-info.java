/**
 * Adapters that do not keep their promises, each in one way that has been met in the wild, and the contract test that
 * catches it. Entries: {@link io.accounts4j.testkit.liars.LiarsAreCaughtTest} for the stores and what is beside them, {@link
 * io.accounts4j.testkit.liars.JobLiarsAreCaughtTest} for what operators see of jobs and say about queues.
 */
package io.accounts4j.testkit.liars;
