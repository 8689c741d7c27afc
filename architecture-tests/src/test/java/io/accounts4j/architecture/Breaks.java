package io.accounts4j.architecture;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Marks a planted class as breaking the rules of these names. */
@Retention(RetentionPolicy.RUNTIME)
public @interface Breaks {
    String[] value();
}
