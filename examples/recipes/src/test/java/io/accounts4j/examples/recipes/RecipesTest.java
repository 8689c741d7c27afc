package io.accounts4j.examples.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every recipe runs and prints what it promises. */
@Timeout(60)
class RecipesTest {

    @Test
    void plainJava() throws Exception {
        assertThat(outputOf(PlainJava::main))
                .containsExactlyInAnyOrder(
                        "registered Ann", "mail to ann@example.org: Confirm your e-mail address", "signed in Ann");
    }

    @Test
    void ownTransaction() throws Exception {
        assertThat(outputOf(OwnTransaction::main))
                .containsExactly(
                        "registered",
                        "rolled back: 0 orders, 0 users, 0 mails to send",
                        "committed: 1 order, 1 user, 1 mail to send");
    }

    @Test
    void ownMailer() throws Exception {
        assertThat(outputOf(OwnMailer::main))
                .containsExactly("registered Ann", "attempt 2 brought Confirm your e-mail address");
    }

    @Test
    void ordersRoute() throws Exception {
        assertThat(outputOf(OrdersRoute::main)).containsExactly("a stranger: 401", "Ann: orders of Ann");
    }

    @Test
    void jobsWithoutAccounts() throws Exception {
        assertThat(outputOf(JobsWithoutAccounts::main))
                .containsExactlyInAnyOrder(
                        "rolled back: 0 orders, 0 jobs", "committed: 1 order, 1 job", "invoice for order 4712");
    }

    private static String[] outputOf(Main recipe) throws Exception {
        PrintStream console = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            recipe.main(new String[0]);
        } finally {
            System.setOut(console);
        }
        return printed.toString(StandardCharsets.UTF_8).lines().toArray(String[]::new);
    }

    /** The entry point of each recipe. */
    private interface Main {
        void main(String[] arguments) throws Exception;
    }
}
