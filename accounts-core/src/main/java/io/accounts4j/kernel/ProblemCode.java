package io.accounts4j.kernel;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The code of a problem, stable over releases and never translated; all codes are listed in {@code docs/problems.md}. New
 * codes may come with a release. Codes of a host begin with {@code x_}: {@code ProblemCode.of("x_name_reserved")}.
 *
 * @param value lower-case letters, digits and underscores, at most 64 characters
 * @param kind the kind of refusal, which decides the status of an answer
 */
public record ProblemCode(String value, Kind kind) {

    private static final Pattern VALUE = Pattern.compile("[a-z][a-z0-9_]{0,63}");
    private static final String OF_HOSTS = "x_";

    /** The field is missing, empty or shows nothing. */
    public static final ProblemCode REQUIRED = new ProblemCode("required", Kind.INVALID);

    /** The value has another type than the field. */
    public static final ProblemCode WRONG_TYPE = new ProblemCode("wrong_type", Kind.INVALID);

    /** The text has characters that are not allowed. */
    public static final ProblemCode CHARACTERS = new ProblemCode("characters", Kind.INVALID);

    /** The text is no e-mail address. */
    public static final ProblemCode FORMAT = new ProblemCode("format", Kind.INVALID);

    /** Mail cannot reach the domain. */
    public static final ProblemCode DOMAIN = new ProblemCode("domain", Kind.INVALID);

    /** The domain has different owners by IDNA 2003 and IDNA 2008. */
    public static final ProblemCode DOMAIN_AMBIGUOUS = new ProblemCode("domain_ambiguous", Kind.INVALID);

    /** The text is shorter than {@code min} code points. */
    public static final ProblemCode TOO_SHORT = new ProblemCode("too_short", Kind.INVALID);

    /** The text is longer than {@code max} code points. */
    public static final ProblemCode TOO_LONG = new ProblemCode("too_long", Kind.INVALID);

    /** The text is longer than {@code max} bytes of UTF-8. */
    public static final ProblemCode TOO_MANY_BYTES = new ProblemCode("too_many_bytes", Kind.INVALID);

    /** The password has no lower-case letter. */
    public static final ProblemCode MISSING_LOWER = new ProblemCode("missing_lower", Kind.INVALID);

    /** The password has no upper-case letter. */
    public static final ProblemCode MISSING_UPPER = new ProblemCode("missing_upper", Kind.INVALID);

    /** The password has no digit and no punctuation character. */
    public static final ProblemCode MISSING_DIGIT_OR_PUNCTUATION =
            new ProblemCode("missing_digit_or_punctuation", Kind.INVALID);

    /** Another user has the value. */
    public static final ProblemCode TAKEN = new ProblemCode("taken", Kind.INVALID);

    /** The value is the present one. */
    public static final ProblemCode UNCHANGED = new ProblemCode("unchanged", Kind.INVALID);

    /** The field cannot be changed here. */
    public static final ProblemCode READ_ONLY = new ProblemCode("read_only", Kind.INVALID);

    /** The value does not match the stored one, such as a password. */
    public static final ProblemCode INCORRECT = new ProblemCode("incorrect", Kind.INVALID);

    /** The mailed token is unknown, used, expired or for something else. */
    public static final ProblemCode TOKEN_INVALID = new ProblemCode("token_invalid", Kind.INVALID);

    /** The user, session or other target does not exist. */
    public static final ProblemCode ABSENT = new ProblemCode("absent", Kind.ABSENT);

    /** No administrator would be left. */
    public static final ProblemCode LAST_ADMINISTRATOR = new ProblemCode("last_administrator", Kind.CONFLICT);

    /** Rows of the host refer to the user. */
    public static final ProblemCode STILL_REFERENCED = new ProblemCode("still_referenced", Kind.CONFLICT);

    /** The kinds of refusal, each with the status of its answer in HTTP. */
    public enum Kind {
        /** The input is wrong. */
        INVALID(422),
        /** The target does not exist. */
        ABSENT(404),
        /** The state of the target does not allow the change. */
        CONFLICT(409),
        /** The target was changed since it was read. */
        STALE(412),
        /** The caller may not do this. */
        FORBIDDEN(403);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        /** The status code of HTTP (RFC 9110, RFC 4918). */
        public int status() {
            return status;
        }
    }

    /** Throws {@link IllegalArgumentException} if the value has other characters or is too long. */
    public ProblemCode {
        if (!VALUE.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "a problem code must match " + VALUE + ", got " + value + "; write it like name_reserved");
        }
    }

    /** A code of the host for wrong input; {@link IllegalArgumentException} if {@code value} does not begin with {@code x_}. */
    public static ProblemCode of(String value) {
        if (!value.startsWith(OF_HOSTS)) {
            throw new IllegalArgumentException("a problem code of a host must begin with x_, got " + value
                    + "; codes without it are this library's");
        }
        return new ProblemCode(value, Kind.INVALID);
    }

    /** The codes of this library, in the order of {@code docs/problems.md}. */
    public static List<ProblemCode> all() {
        return List.of(
                REQUIRED,
                WRONG_TYPE,
                CHARACTERS,
                FORMAT,
                DOMAIN,
                DOMAIN_AMBIGUOUS,
                TOO_SHORT,
                TOO_LONG,
                TOO_MANY_BYTES,
                MISSING_LOWER,
                MISSING_UPPER,
                MISSING_DIGIT_OR_PUNCTUATION,
                TAKEN,
                UNCHANGED,
                READ_ONLY,
                INCORRECT,
                TOKEN_INVALID,
                ABSENT,
                LAST_ADMINISTRATOR,
                STILL_REFERENCED);
    }

    @Override
    public String toString() {
        return value;
    }
}
