package io.accounts4j.http.users;

import io.accounts4j.http.wire.Parameters;
import io.accounts4j.page.PageRequest;
import io.accounts4j.user.UserFilter;
import io.accounts4j.user.UserSort;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The requested part of a list of users.
 *
 * @param page 1 or more; counts only without a cursor
 * @param cursor the cursor, an empty text for the start; empty for numbered pages
 */
public record UserQuery(UserFilter filter, UserSort sort, int page, int perPage, Optional<String> cursor) {

    public static UserQuery of(Parameters parameters) {
        PageRequest first = PageRequest.first();
        Optional<String> cursor = parameters.value("cursor");
        Optional<Integer> page = parameters.positive("page", Integer.MAX_VALUE);
        if (cursor.isPresent() && page.isPresent()) {
            throw Parameters.malformed("page and cursor exclude each other");
        }
        UserFilter filter =
                new UserFilter(parameters.filled("search"), parameters.flag("is_admin"), parameters.flag("confirmed"));
        return new UserQuery(
                filter,
                parameters.value("sort").map(UserQuery::sort).orElseGet(UserSort::newestFirst),
                page.orElse(first.number()),
                parameters.positive("per_page", PageRequest.MAX_SIZE).orElse(first.size()),
                cursor);
    }

    /** Returns the query parameters of the same list without position. */
    Map<String, String> parameters() {
        Map<String, String> same = new LinkedHashMap<>();
        same.put("per_page", String.valueOf(perPage));
        filter.search().ifPresent(term -> same.put("search", term));
        filter.administrator().ifPresent(wanted -> same.put("is_admin", String.valueOf(wanted)));
        filter.confirmed().ifPresent(wanted -> same.put("confirmed", String.valueOf(wanted)));
        same.put("sort", nameOf(sort));
        return same;
    }

    /** Returns the identity of this list, independent of position and size; no search term can imitate a filter. */
    public String list() {
        Map<String, String> all = parameters();
        all.remove("per_page");
        return all.entrySet().stream()
                .map(part -> part.getKey() + "=" + URLEncoder.encode(part.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static UserSort sort(String name) {
        for (UserSort.Key key : UserSort.Key.values()) {
            for (boolean descending : new boolean[] {false, true}) {
                UserSort sort = new UserSort(key, descending);
                if (nameOf(sort).equals(name)) {
                    return sort;
                }
            }
        }
        throw Parameters.malformed("sort must be inserted_at, email or name, with or without - in front");
    }

    private static String nameOf(UserSort sort) {
        return (sort.descending() ? "-" : "") + sort.key().name().toLowerCase(Locale.ROOT);
    }
}
