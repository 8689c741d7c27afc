/**
 * One small program for each question a newcomer has, each to be read alone: begin with {@link
 * io.accounts4j.examples.recipes.PlainJava}.
 */
@NullMarked
package io.accounts4j.examples.recipes;

import org.jspecify.annotations.NullMarked;
