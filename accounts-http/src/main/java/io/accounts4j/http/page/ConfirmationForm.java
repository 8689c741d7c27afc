package io.accounts4j.http.page;

import io.accounts4j.kernel.Problem;
import java.util.List;

/**
 * The form behind the mailed link: a POST to {@code action} with the field {@code password}.
 *
 * @param action the path that receives the form
 * @param passwordNeeded true if only a password can prove the user
 * @param problems the problems of the last attempt
 * @param stylesheet the path of the style sheet of the standard pages
 */
public record ConfirmationForm(String action, boolean passwordNeeded, List<Problem> problems, String stylesheet)
        implements AccountPage {

    /** Copies the problems. */
    public ConfirmationForm {
        problems = List.copyOf(problems);
    }
}
