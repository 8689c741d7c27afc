package io.accounts4j.users;

import io.accounts4j.kernel.Problem;

/** The problems of a user as a whole, rather than of one field. */
final class UserProblems {

    static final Problem ABSENT = Problem.of("", "absent");
    static final Problem LAST_ADMINISTRATOR = Problem.of("", "last_administrator");
    static final Problem STILL_REFERENCED = Problem.of("", "still_referenced");

    private UserProblems() {}
}
