/**
 * What packages of this module share and nobody else sees. Entry type: {@link io.accounts4j.jobs.inside.TestAccess}.
 */
@CheckReturnValue
@NullMarked
package io.accounts4j.jobs.inside;

import io.accounts4j.kernel.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
