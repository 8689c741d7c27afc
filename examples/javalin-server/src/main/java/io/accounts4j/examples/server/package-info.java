/**
 * A runnable server that wires every part by name. Entry type: {@link io.accounts4j.examples.server.Server}; what it reads
 * from the environment is in {@link io.accounts4j.examples.server.Settings}.
 */
@CheckReturnValue
@NullMarked
package io.accounts4j.examples.server;

import io.accounts4j.kernel.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
