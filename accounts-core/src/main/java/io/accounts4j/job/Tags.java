package io.accounts4j.job;

import io.accounts4j.kernel.Text;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/** The rules for the tags of a job. */
final class Tags {

    private static final int MOST = 8;
    private static final int LONGEST = 64;

    private Tags() {}

    /** A sorted copy of {@code tags}. {@link IllegalArgumentException} states the range. */
    static Set<String> checked(Set<String> tags) {
        if (tags.size() > MOST) {
            throw new IllegalArgumentException("tags of a job must be 0 to " + MOST + ", got " + tags.size()
                    + "; keep the tags by which jobs are listed");
        }
        Set<String> sorted = new TreeSet<>();
        tags.forEach(tag -> sorted.add(checked(tag)));
        return Collections.unmodifiableSet(sorted);
    }

    /** {@code tag}, if a job may have it. {@link IllegalArgumentException} states the range. */
    static String checked(String tag) {
        if (Text.isBlank(tag) || !Text.isPrintable(tag) || tag.length() > LONGEST || isReserved(tag)) {
            throw new IllegalArgumentException("a tag must have 1 to " + LONGEST
                    + " printable characters without \" \\ and comma, got " + tag.length()
                    + " characters; choose a short word such as invoice");
        }
        return tag;
    }

    /** Reserved, so that a quoted tag is found in a JSON array of tags by its text alone. */
    private static boolean isReserved(String tag) {
        return tag.chars().anyMatch(c -> c == '"' || c == '\\' || c == ',');
    }
}
