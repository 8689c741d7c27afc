package io.accounts4j.http.wire;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Times as JSON: RFC 3339 in UTC with six digits always, so that texts of equal width sort as times do. */
public final class Times {

    private static final DateTimeFormatter MICROSECONDS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Times() {}

    public static String json(Instant time) {
        return MICROSECONDS.format(time);
    }

    /** {@code null}, which JSON has, for no time. */
    @Nullable
    public static String json(Optional<Instant> time) {
        return time.map(Times::json).orElse(null);
    }
}
