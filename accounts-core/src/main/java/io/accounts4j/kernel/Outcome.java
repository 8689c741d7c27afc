package io.accounts4j.kernel;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The outcome of a verb that may be refused: its result, or every problem found. A broken database is an {@link
 * AccountsException} instead. Immutable.
 *
 * @param <T> the result of the verb
 */
public sealed interface Outcome<T> {

    /** The verb had its effect. */
    record Done<T>(T value) implements Outcome<T> {
        /** Refuses {@code null}. */
        public Done {
            Objects.requireNonNull(value);
        }
    }

    /** Nothing changed; every problem is listed, not only the first. */
    record Refused<T>(List<Problem> problems) implements Outcome<T> {
        /** Copies the problems. {@link IllegalArgumentException} without any. */
        public Refused {
            if (problems.isEmpty()) {
                throw new IllegalArgumentException("problems must name at least one, got none; use Outcome.done(...)");
            }
            problems = List.copyOf(problems);
        }
    }

    /** The outcome with that result. */
    static <T> Outcome<T> done(T value) {
        return new Done<>(value);
    }

    /** The outcome with those problems, at least one. */
    static <T> Outcome<T> refused(List<Problem> problems) {
        return new Refused<>(problems);
    }

    /** The outcome with that one problem. */
    static <T> Outcome<T> refused(Problem problem) {
        return new Refused<>(List.of(problem));
    }

    /** Returns a value for either outcome. */
    default <R> R fold(Function<? super T, ? extends R> done, Function<? super List<Problem>, ? extends R> refused) {
        return this instanceof Done<T> ok ? done.apply(ok.value()) : refused.apply(((Refused<T>) this).problems());
    }

    /** Runs an effect for either outcome. */
    default void match(Consumer<? super T> done, Consumer<? super List<Problem>> refused) {
        if (this instanceof Done<T> ok) {
            done.accept(ok.value());
        } else {
            refused.accept(((Refused<T>) this).problems());
        }
    }

    /** Converts the result; problems stay. */
    default <R> Outcome<R> map(Function<? super T, ? extends R> function) {
        return this instanceof Done<T> ok
                ? new Done<>(function.apply(ok.value()))
                : new Refused<>(((Refused<T>) this).problems());
    }

    /** Returns the result; throws {@link RefusedException} with the problems if there is none. */
    @CanIgnoreReturnValue
    default T orElseThrow() {
        if (this instanceof Done<T> ok) {
            return ok.value();
        }
        throw new RefusedException(((Refused<T>) this).problems());
    }
}
