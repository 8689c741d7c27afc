package io.accounts4j.examples.server;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;

/** What the operator reads on standard output; the log is elsewhere. */
final class Console {

    private final PrintStream out;

    Console(PrintStream out) {
        this.out = out;
    }

    /** Passwords are printed here once and never again: only their hashes are kept. */
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
        out.println("Everybody is there already; nothing was changed.");
    }

    /** Printed when requests are accepted, and never before. */
    void listening(int port, boolean showsMail) {
        String site = "http://localhost:" + port;
        String mail = "Mail is shown on " + site + "/dev/mailbox" + System.lineSeparator();
        out.print("Listening on " + site + System.lineSeparator() + (showsMail ? mail : ""));
        out.flush();
    }
}
