package io.accounts4j.jobs.sql;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.function.Function;

/** Times in arguments are ISO 8601 texts, as their {@code toString} gives and their {@code parse} takes. */
final class TimesAsText {

    private TimesAsText() {}

    static Module module() {
        SimpleModule times = new SimpleModule("accounts4j-times");
        add(times, Instant.class, Instant::parse);
        add(times, Duration.class, Duration::parse);
        add(times, Period.class, Period::parse);
        add(times, LocalDate.class, LocalDate::parse);
        add(times, LocalTime.class, LocalTime::parse);
        add(times, LocalDateTime.class, LocalDateTime::parse);
        add(times, OffsetDateTime.class, OffsetDateTime::parse);
        add(times, ZonedDateTime.class, ZonedDateTime::parse);
        add(times, YearMonth.class, YearMonth::parse);
        return times;
    }

    private static <T> void add(SimpleModule times, Class<T> type, Function<String, T> parse) {
        times.addSerializer(type, ToStringSerializer.instance);
        times.addDeserializer(type, new Parser<>(type, parse));
    }

    /** Reads one of them. */
    private static final class Parser<T> extends StdScalarDeserializer<T> {

        private static final long serialVersionUID = 1L;

        private final transient Function<String, T> parse;

        Parser(Class<T> type, Function<String, T> parse) {
            super(type);
            this.parse = parse;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                throw context.wrongTokenException(parser, handledType(), JsonToken.VALUE_STRING, "not a text");
            }
            try {
                return parse.apply(parser.getText());
            } catch (DateTimeException e) {
                throw context.weirdStringException(parser.getText(), handledType(), "not in ISO 8601");
            }
        }
    }
}
