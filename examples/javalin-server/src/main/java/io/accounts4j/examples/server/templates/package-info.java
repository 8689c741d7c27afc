/** The development pages, compiled from {@code src/main/jte}. */
@NullMarked
package io.accounts4j.examples.server.templates;

import org.jspecify.annotations.NullMarked;
