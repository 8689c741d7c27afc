package io.accounts4j.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.accounts4j.user.UserId;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ClientTest {

    private static String userAgent(String sent) {
        return new Client(Optional.empty(), Optional.of(sent)).userAgent().orElseThrow();
    }

    @Test
    void whatAStoreCouldNotTakeIsCut() {
        assertThat(userAgent("x".repeat(255))).hasSize(255);
        assertThat(userAgent("x".repeat(256))).hasSize(255);
        assertThat(userAgent("x".repeat(1_000_000))).hasSize(255);
        assertThat(new Client(Optional.of("f".repeat(46)), Optional.empty()).address())
                .contains("f".repeat(45));
    }

    @Test
    void aPairIsNeverCutInHalf() {
        assertThat(userAgent("x" + "👋".repeat(200))).hasSize(255).endsWith("👋");
        assertThat(userAgent("👋".repeat(200))).hasSize(254).endsWith("👋");
    }

    @Test
    void nothingCanForgeALineOfALog() {
        assertThat(userAgent("Mozilla\r\nINFO signed in\u0000\u0085\u001b[31m\ud800"))
                .isEqualTo("Mozilla??INFO signed in???[31m?");
    }

    @Test
    void aRequestIdThatFitsNoStoreIsAMistake() {
        assertThatThrownBy(() -> new Caller(Optional.empty(), Client.unknown(), Optional.of("r".repeat(65))))
                .isInstanceOf(IllegalArgumentException.class);
        UserId actor = UserId.next(Instant.EPOCH);
        assertThat(Caller.host().by(actor).actor()).contains(actor);
    }

    @Test
    void eventsAreWhatHappenedAndNotWhatItWasMadeFrom() {
        SortedSet<String> fields = new TreeSet<>();
        fields.add("name");
        AccountEvent.UserUpdated event = new AccountEvent.UserUpdated(UserId.next(Instant.EPOCH), fields);

        fields.add("email");

        assertThat(event.detail()).isEqualTo("name");
    }
}
