package io.accounts4j.jobs;

import java.util.Optional;

/** What is kept with one job. */
record Marks(Optional<Unique> unique, boolean encrypted, Optional<String> subject) {

    Marks unique(Unique among) {
        return new Marks(Optional.of(among), encrypted, subject);
    }
}
