/**
 * Parts shared by the features and exported to nobody: {@link io.accounts4j.internal.Parts} carries them.
 */
@CheckReturnValue
@NullMarked
package io.accounts4j.internal;

import io.accounts4j.kernel.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
