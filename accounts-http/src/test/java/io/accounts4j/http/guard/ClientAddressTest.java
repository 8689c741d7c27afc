package io.accounts4j.http.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.accounts4j.http.wire.Request;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose address counts behind which proxies. */
class ClientAddressTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "198.51.100.7 | 6.6.6.6                     | 198.51.100.7",
                "10.0.0.1     | ''                          | 10.0.0.1",
                "10.0.0.1     | 203.0.113.9                 | 203.0.113.9",
                "10.0.0.1     | 6.6.6.6, 203.0.113.9        | 203.0.113.9",
                "10.0.0.1     | 6.6.6.6, 203.0.113.9, 10.0.0.2 | 203.0.113.9",
                "10.0.0.1     | 10.0.0.3, 10.0.0.2          | 10.0.0.3",
                "10.0.0.1     | 6.6.6.6, unknown            | 10.0.0.1",
                "10.0.0.1     | 6.6.6.6, evil.example       | 10.0.0.1",
                "10.0.0.1     | 203.0.113.9:4711            | 203.0.113.9",
                "10.0.0.1     | [2001:db8::1]:4711          | 2001:db8:0:0:0:0:0:1",
                "10.0.0.1     | ::ffff:203.0.113.9          | 203.0.113.9",
                "10.0.0.1     | 203.0.113.999               | 10.0.0.1",
                "fd00:0:0:0:0:0:0:1%eth0 | 2001:DB8::2      | 2001:db8:0:0:0:0:0:2",
                "[fd00::1]    | 2001:db8::2                 | 2001:db8:0:0:0:0:0:2"
            })
    void d11_theRightMostUntrustedAddressCounts(String peer, String forwarded, String client) {
        ClientAddress addresses =
                new ClientAddress(List.of(CidrRange.parse("10.0.0.0/8"), CidrRange.parse("fd00::/8")));

        assertThat(addresses.of(request(peer, forwarded)).address()).isEqualTo(client);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "localhost", "10.0.0.0/33", "10.0.0/8", "::1/129", "10.0.0.1/x", "10.0.0.1/", "1.2.3.4.5"})
    void aRangeIsWrittenInNumbers(String range) {
        assertThatThrownBy(() -> CidrRange.parse(range)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aRangeEndsAtItsLastBit() {
        CidrRange network = CidrRange.parse("192.0.2.128/25");

        assertThat(network.contains(CidrRange.address("192.0.2.128").orElseThrow()))
                .isTrue();
        assertThat(network.contains(CidrRange.address("192.0.2.127").orElseThrow()))
                .isFalse();
        assertThat(network.contains(CidrRange.address("::1").orElseThrow())).isFalse();
        assertThat(CidrRange.parse("0.0.0.0/0")
                        .contains(CidrRange.address("8.8.8.8").orElseThrow()))
                .isTrue();
    }

    private static Request request(String peer, String forwarded) {
        return new HeadOnly(peer, forwarded.isEmpty() ? Map.of() : Map.of("X-Forwarded-For", List.of(forwarded)));
    }

    /** The head of a GET of {@code /}. */
    private record HeadOnly(String remoteAddress, Map<String, List<String>> lines) implements Request {

        @Override
        public String method() {
            return "GET";
        }

        @Override
        public String path() {
            return "/";
        }

        @Override
        public String contextPath() {
            return "";
        }

        @Override
        public String query() {
            return "";
        }

        @Override
        public List<String> headers(String name) {
            return lines.getOrDefault(name, List.of());
        }

        @Override
        public boolean secure() {
            return false;
        }

        @Override
        public CompletionStage<byte[]> body(int limit, Duration deadline) {
            return CompletableFuture.completedFuture(new byte[0]);
        }
    }
}
