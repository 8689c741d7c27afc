package io.accounts4j.testdatabases;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.AnnotationBasedArgumentsProvider;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** Provides the databases of an {@link OnDatabases}. */
final class DatabaseArguments extends AnnotationBasedArgumentsProvider<OnDatabases> {

    @Override
    protected Stream<? extends Arguments> provideArguments(
            ParameterDeclarations parameters, ExtensionContext context, OnDatabases databases) {
        return Arrays.stream(databases.value()).filter(Environment::includes).map(Arguments::of);
    }
}
