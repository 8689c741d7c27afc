/**
 * A runnable server that wires every part by name. Entry type: {@link io.accounts4j.examples.server.Server}; its environment
 * variables: {@link io.accounts4j.examples.server.Settings}.
 */
@CheckReturnValue
@NullMarked
package io.accounts4j.examples.server;

import io.accounts4j.kernel.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
