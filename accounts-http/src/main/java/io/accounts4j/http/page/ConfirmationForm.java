package io.accounts4j.http.page;

import io.accounts4j.kernel.Problem;
import java.util.List;

/**
 * The form behind the mailed link: a POST to {@code action} with the field {@code password}.
 *
 * @param action where the form is sent
 * @param passwordNeeded whether nothing else can prove who asks
 * @param problems what was wrong with the last attempt
 * @param stylesheet where the sheet of our own pages is served
 */
public record ConfirmationForm(String action, boolean passwordNeeded, List<Problem> problems, String stylesheet)
        implements AccountPage {

    /** Copies the problems. */
    public ConfirmationForm {
        problems = List.copyOf(problems);
    }
}
