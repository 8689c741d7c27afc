package io.accounts4j.integration.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The client's journal against what ran: lost, unexpected, repeated. */
final class Accounting {

    private final Client client;
    private final List<Run> runs;
    private final Set<String> ran;

    Accounting(Client client, List<Run> runs) {
        this.client = client;
        this.runs = runs;
        this.ran = runs.stream().map(Run::key).collect(Collectors.toSet());
    }

    /** Nothing acknowledged is missing and nothing ran that was not queued. */
    Accounting complete() {
        Set<String> lost = new HashSet<>(client.acknowledged().keySet());
        lost.removeAll(ran);
        assertThat(lost).as("lost, seed %d", Rounds.SEED).isEmpty();
        Set<String> unexpected = new HashSet<>(ran);
        unexpected.removeAll(client.acknowledged().keySet());
        unexpected.removeAll(client.unknown());
        assertThat(unexpected).as("unexpected, seed %d", Rounds.SEED).isEmpty();
        return this;
    }

    Accounting repeatsAtMost(int bound) {
        assertThat(repeats()).as("repeats, seed %d", Rounds.SEED).isLessThanOrEqualTo(bound);
        return this;
    }

    int repeats() {
        return runs.size() - ran.size();
    }

    @Override
    public String toString() {
        return client.acknowledged().size() + " jobs, 0 lost, 0 unexpected, " + repeats() + " repeats";
    }
}
