/** The pages, compiled from {@code src/main/jte}. Reached through {@link io.accounts4j.http.page.AccountPages} only. */
@NullMarked
package io.accounts4j.http.templates;

import org.jspecify.annotations.NullMarked;
