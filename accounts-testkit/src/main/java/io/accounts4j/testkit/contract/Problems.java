package io.accounts4j.testkit.contract;

import io.accounts4j.users.Update;
import io.accounts4j.confirmation.Confirmation;
import io.accounts4j.kernel.Problem;
import io.accounts4j.registration.Registration;
import java.util.List;

/** Problems as a person reads them: {@code email: can't be blank}. */
final class Problems {

    private Problems() {}

    static List<String> of(List<Problem> problems) {
        return problems.stream()
                .map(problem -> problem.field() + ": " + problem.message())
                .toList();
    }

    static List<String> of(Registration registration) {
        return registration.fold(registered -> List.of(), refused -> of(refused.problems()));
    }

    static List<String> of(Confirmation confirmation) {
        return confirmation.fold(confirmed -> List.of(), refused -> of(refused.problems()));
    }

    static List<String> of(Update update) {
        return update instanceof Update.Refused refused ? of(refused.problems()) : List.of();
    }
}
