package io.accounts4j.testkit.contract;

import io.accounts4j.kernel.Outcome;
import io.accounts4j.kernel.Problem;
import io.accounts4j.user.User;
import java.util.List;

/** Problems as a person reads them: {@code email: can't be blank}. */
final class Problems {

    private Problems() {}

    static List<String> of(List<Problem> problems) {
        return problems.stream()
                .map(problem -> problem.field() + ": " + problem.message())
                .toList();
    }

    static List<String> of(Outcome<User> outcome) {
        return outcome.fold(user -> List.of(), Problems::of);
    }
}
