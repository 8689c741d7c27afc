/** The costs of the library, beside peers and the bare floor, in one run. Each main is one row of docs/performance.md. */
@NullMarked
package io.accounts4j.benchmarks;

import org.jspecify.annotations.NullMarked;
