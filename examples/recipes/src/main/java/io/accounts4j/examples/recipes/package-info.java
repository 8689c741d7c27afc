/**
 * One small program for each question of a newcomer, each readable alone: begin with {@link
 * io.accounts4j.examples.recipes.PlainJava}.
 */
@NullMarked
package io.accounts4j.examples.recipes;

import org.jspecify.annotations.NullMarked;
