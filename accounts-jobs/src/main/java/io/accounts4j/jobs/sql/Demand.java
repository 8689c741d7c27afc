package io.accounts4j.jobs.sql;

import java.util.Collection;
import java.util.Map;

/**
 * What a node can take on now.
 *
 * @param node who claims
 * @param kinds what it has handlers for; other jobs are left alone
 * @param free how many of each queue it has room for, 1 or more each
 */
public record Demand(long node, Collection<String> kinds, Map<String, Integer> free) {}
