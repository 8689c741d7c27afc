package io.accounts4j.examples.server;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The lines on standard output for the operator. The log goes to standard error. */
final class Console {

    private final PrintStream out;

    Console(PrintStream out) {
        this.out = out;
    }

    /** Prints a new administrator, with the password once: the database keeps only its hash. */
    void madeAdministrator(NewAccount account, boolean passwordIsNew) {
        String password = passwordIsNew ? ", password " + account.password().reveal() + "  (shown only this once)" : "";
        out.println("Administrator " + account.user().email().address() + password);
    }

    void madeDemoUsers(List<NewAccount> accounts) {
        Optional<NewAccount> first = accounts.stream().findFirst();
        first.ifPresent(account -> out.println(
                accounts.size() + " demo users, " + account.user().email().address() + " and others, password "
                        + account.password().reveal() + "  (shown only this once)"));
    }

    void nothingToSeed() {
        out.println("All accounts exist already; nothing was changed.");
    }

    /** Prints the addresses of the server in one piece, after it accepts requests. */
    void listening(int port, boolean showsMail, boolean wakesOthers) {
        String site = "http://localhost:" + port;
        List<String> lines = new ArrayList<>();
        lines.add("Listening on " + site);
        if (showsMail) {
            lines.add("Mail is shown on " + site + "/dev/mailbox");
        }
        lines.add("Metrics are on " + site + "/metrics");
        lines.add("Jobs run here" + (wakesOthers ? ", and wake the other servers on this database" : "")
                + "; expired rows are deleted at 04:00 UTC");
        out.print(String.join(System.lineSeparator(), lines) + System.lineSeparator());
        out.flush();
    }
}
