package io.accounts4j.jobs;

import io.accounts4j.kernel.Text;
import java.util.Optional;
import java.util.function.Function;

/** What is kept with each job of a worker. */
record Traits<A>(Optional<Unique> unique, boolean encrypted, Optional<Function<? super A, String>> subject) {

    private static final int MAX_SUBJECT = 64;

    static <A> Traits<A> none() {
        return new Traits<>(Optional.empty(), false, Optional.empty());
    }

    Traits<A> unique(Unique among) {
        return new Traits<>(Optional.of(among), encrypted, subject);
    }

    Traits<A> asEncrypted() {
        return new Traits<>(unique, true, subject);
    }

    Traits<A> subject(Function<? super A, String> about) {
        return new Traits<>(unique, encrypted, Optional.of(about));
    }

    /** For a job with these arguments. */
    Marks of(A arguments) {
        return new Marks(unique, encrypted, subject.map(about -> checkedSubject(about.apply(arguments))));
    }

    /** {@code subject} if it can be stored; what it is stands in no message. */
    static String checkedSubject(String subject) {
        if (Text.isBlank(subject) || !Text.isPlain(subject) || subject.length() > MAX_SUBJECT) {
            throw new IllegalArgumentException(
                    "a subject has 1 to " + MAX_SUBJECT + " printable characters: give the id of somebody");
        }
        return subject;
    }
}
