package io.accounts4j.integration;

import static org.assertj.core.api.Assertions.assertThat;

import io.accounts4j.integration.Rows.Registered;
import io.accounts4j.kernel.Outcome;
import io.accounts4j.kernel.ProblemCode;
import io.accounts4j.registration.PreparedRegistration;
import io.accounts4j.schema.AccountsSchema;
import io.accounts4j.testdatabases.OnDatabases;
import io.accounts4j.testdatabases.TestDatabase;
import io.accounts4j.testkit.Fixtures;
import io.accounts4j.testkit.RecordingMailer;
import io.accounts4j.user.User;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Of all who register one address at once exactly one succeeds. */
@OnDatabases
class RegistrationRaceTest {

    private static final int RACERS = 32;
    private static final int ROUNDS = 50;

    @Parameter
    TestDatabase kind;

    @Test
    void one_of_32_registers_an_address_and_the_others_are_told_that_it_is_taken() throws Exception {
        DataSource dataSource = kind.freshDatabase();
        AccountsSchema.migrate(dataSource);
        House house = House.over(dataSource, new RecordingMailer());
        ExecutorService racers = Executors.newFixedThreadPool(RACERS);
        try {
            for (int round = 1; round <= ROUNDS; round++) {
                List<Outcome<User>> outcomes = race(house, racers, "racer" + round + "@example.com");
                assertThat(outcomes).filteredOn(Outcome.Done.class::isInstance).hasSize(1);
                assertThat(outcomes)
                        .filteredOn(Outcome.Refused.class::isInstance)
                        .hasSize(RACERS - 1)
                        .allSatisfy(refused -> assertThat(((Outcome.Refused<?>) refused).problems())
                                .singleElement()
                                .satisfies(problem -> assertThat(problem.code()).isEqualTo(ProblemCode.TAKEN)));
            }
        } finally {
            racers.shutdownNow();
        }
        assertThat(new Rows(dataSource).all()).isEqualTo(new Registered(ROUNDS, ROUNDS, ROUNDS));
    }

    private static List<Outcome<User>> race(House house, ExecutorService racers, String email) throws Exception {
        PreparedRegistration prepared = house.accounts().registration().prepare(Fixtures.newUser(email));
        CyclicBarrier gate = new CyclicBarrier(RACERS);
        List<Future<Outcome<User>>> running = new ArrayList<>();
        for (int i = 0; i < RACERS; i++) {
            running.add(racers.submit(() -> {
                gate.await(1, TimeUnit.MINUTES);
                return house.accounts().registration().register(prepared);
            }));
        }
        List<Outcome<User>> outcomes = new ArrayList<>();
        for (Future<Outcome<User>> one : running) {
            outcomes.add(one.get(1, TimeUnit.MINUTES));
        }
        return outcomes;
    }
}
