package io.accounts4j.user;

import io.accounts4j.kernel.Problem;
import io.accounts4j.kernel.ProblemCode;
import io.accounts4j.kernel.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rules for a user's name: 2 to 100 code points, at least one of which is visible, no control character, no
 * bidirectional control and no line separator. A name is stored as typed.
 */
public final class UserName {

    /** The shortest name, in code points. */
    public static final int MIN_LENGTH = 2;

    /** The longest name, in code points. */
    public static final int MAX_LENGTH = 100;

    private static final String FIELD = "name";

    private UserName() {}

    /** Everything wrong with {@code raw} as a name; empty when there is nothing. */
    public static List<Problem> problems(@Nullable String raw) {
        if (raw == null || Text.isBlank(raw)) {
            return List.of(Problem.of(FIELD, ProblemCode.REQUIRED));
        }
        List<Problem> problems = new ArrayList<>();
        if (!Text.isPrintable(raw)) {
            problems.add(Problem.of(FIELD, ProblemCode.CHARACTERS));
        }
        int length = Text.length(raw);
        if (length < MIN_LENGTH) {
            problems.add(Problem.of(FIELD, ProblemCode.TOO_SHORT, "min", MIN_LENGTH));
        } else if (length > MAX_LENGTH) {
            problems.add(Problem.of(FIELD, ProblemCode.TOO_LONG, "max", MAX_LENGTH));
        }
        return problems;
    }
}
