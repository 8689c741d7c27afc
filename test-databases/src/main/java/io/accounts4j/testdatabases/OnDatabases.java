package io.accounts4j.testdatabases;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ArgumentCountValidationMode;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ArgumentsSource;

/**
 * Runs a test class once on each database, which a constructor parameter or a field with {@code @Parameter} takes. A database that is unavailable is
 * reported as skipped. {@code ACCOUNTS_TEST_ONLY}, a list of names separated by commas, restricts the run to these databases.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedClass(
        name = "{0}",
        allowZeroInvocations = true,
        argumentCountValidation = ArgumentCountValidationMode.STRICT)
@ArgumentsSource(DatabaseArguments.class)
@ExtendWith(DatabaseInFailure.class)
@Tag(OnDatabases.TAG)
public @interface OnDatabases {

    /** The tag of all classes with this annotation, to select them by. */
    String TAG = "database";

    /** The databases, in the order of the invocation numbers in Surefire's reports. Default: all. */
    TestDatabase[] value() default {TestDatabase.H2, TestDatabase.POSTGRES, TestDatabase.MARIADB};
}
