package io.accounts4j.testdatabases;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.ParameterInfo;

/** Names the database in the stack trace of a failed test, since Surefire numbers the invocations of a class. */
final class DatabaseInFailure implements AfterEachCallback {

    @Override
    public void afterEach(ExtensionContext test) {
        test.getExecutionException()
                .ifPresent(failure ->
                        databaseOf(test).ifPresent(database -> failure.addSuppressed(new FailedOn(database))));
    }

    private static Optional<TestDatabase> databaseOf(ExtensionContext test) {
        Optional<ExtensionContext> context = Optional.of(test);
        while (context.isPresent()) {
            @Nullable ParameterInfo parameters = ParameterInfo.get(context.get());
            if (parameters != null
                    && parameters.getArguments().size() > 0
                    && parameters.getArguments().get(0) instanceof TestDatabase database) {
                return Optional.of(database);
            }
            context = context.get().getParent();
        }
        return Optional.empty();
    }

    private static final class FailedOn extends Throwable {

        private static final long serialVersionUID = 1L;

        FailedOn(TestDatabase database) {
            super("on " + database, null, false, false);
        }
    }
}
