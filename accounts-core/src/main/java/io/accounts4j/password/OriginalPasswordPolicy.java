package io.accounts4j.password;

import io.accounts4j.kernel.Problem;
import io.accounts4j.kernel.ProblemCode;
import io.accounts4j.kernel.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** See {@link PasswordPolicy#original()}. */
enum OriginalPasswordPolicy implements PasswordPolicy {
    INSTANCE;

    private static final String FIELD = "password";
    private static final int MIN_LENGTH = 12;
    private static final int MAX_LENGTH = 72;
    private static final String PUNCTUATION = "!?@#$%^&*_";

    @Override
    public List<Problem> problems(@Nullable Password password) {
        if (password == null || Text.isBlank(password.reveal())) {
            return List.of(Problem.of(FIELD, ProblemCode.REQUIRED));
        }
        String text = password.reveal();
        List<Problem> problems = new ArrayList<>();
        addLength(password, problems);
        if (text.chars().noneMatch(c -> c >= 'a' && c <= 'z')) {
            problems.add(Problem.of(FIELD, ProblemCode.MISSING_LOWER));
        }
        if (text.chars().noneMatch(c -> c >= 'A' && c <= 'Z')) {
            problems.add(Problem.of(FIELD, ProblemCode.MISSING_UPPER));
        }
        if (text.chars().noneMatch(c -> (c >= '0' && c <= '9') || PUNCTUATION.indexOf(c) >= 0)) {
            problems.add(Problem.of(FIELD, ProblemCode.MISSING_DIGIT_OR_PUNCTUATION));
        }
        if (!Text.isStorable(text)) {
            problems.add(Problem.of(FIELD, ProblemCode.CHARACTERS));
        }
        return problems;
    }

    private static void addLength(Password password, List<Problem> problems) {
        int length = Text.length(password.reveal());
        if (length < MIN_LENGTH) {
            problems.add(Problem.of(FIELD, ProblemCode.TOO_SHORT, "min", MIN_LENGTH));
        } else if (length > MAX_LENGTH) {
            problems.add(Problem.of(FIELD, ProblemCode.TOO_LONG, "max", MAX_LENGTH));
        } else if (password.bytes() > BcryptPasswordHasher.MAX_BYTES) {
            problems.add(Problem.of(FIELD, ProblemCode.TOO_MANY_BYTES, "max", BcryptPasswordHasher.MAX_BYTES));
        }
    }
}
