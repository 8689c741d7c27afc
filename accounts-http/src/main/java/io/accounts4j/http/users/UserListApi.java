package io.accounts4j.http.users;

import static io.accounts4j.http.route.Access.ADMINISTRATOR;
import static io.accounts4j.http.route.Method.GET;

import io.accounts4j.http.route.Action;
import io.accounts4j.http.route.AdmittedRequest;
import io.accounts4j.http.route.Feature;
import io.accounts4j.http.route.Paths;
import io.accounts4j.http.route.Route;
import io.accounts4j.http.view.UserView;
import io.accounts4j.http.wire.Cursors;
import io.accounts4j.http.wire.Links;
import io.accounts4j.http.wire.Response;
import io.accounts4j.page.Page;
import io.accounts4j.page.PageRequest;
import io.accounts4j.page.Slice;
import io.accounts4j.user.User;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lists of users on the wire, by page number or by cursor. */
public final class UserListApi implements Feature {

    private final Paths paths;
    private final Cursors cursors;

    public UserListApi(Paths paths, Cursors cursors) {
        this.paths = paths;
        this.cursors = cursors;
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.api(GET, "/users", ADMINISTRATOR, Action.immediate(this::list)));
    }

    private Response list(AdmittedRequest call) {
        UserQuery query = UserQuery.of(call.query());
        return query.cursor().isPresent() ? slice(call, query, query.cursor().get()) : page(call, query);
    }

    private Response page(AdmittedRequest call, UserQuery query) {
        Page<User> page = call.accounts()
                .users()
                .list(query.filter(), query.sort(), new PageRequest(query.page(), query.perPage()));
        Map<String, Object> pagination = new LinkedHashMap<>();
        pagination.put("page", query.page());
        pagination.put("per_page", query.perPage());
        pagination.put("total_count", page.total());
        pagination.put("total_pages", page.totalPages());
        if (!page.totalIsExact()) {
            pagination.put("total_is_exact", false);
        }
        return answer(page.items(), pagination, links(page, query));
    }

    private Links links(Page<User> page, UserQuery query) {
        long last = Math.max(1, page.totalPages());
        int number = query.page();
        boolean more = page.totalIsExact() ? number < last : page.items().size() == query.perPage();
        Links links = links(query).add("first", "page", 1);
        if (number > 1) {
            links.add("prev", "page", Math.min(number - 1L, last));
        }
        if (more) {
            links.add("next", "page", number + 1L);
        }
        return page.totalIsExact() ? links.add("last", "page", last) : links;
    }

    private Response slice(AdmittedRequest call, UserQuery query, String cursor) {
        Slice<User> slice = call.accounts()
                .users()
                .list(query.filter(), query.sort(), cursors.decode(cursor, query.list()), query.perPage());
        Optional<String> next = slice.next().map(place -> cursors.encode(place, query.list()));
        Optional<String> previous = slice.previous().map(place -> cursors.encode(place, query.list()));
        Map<String, @Nullable Object> pagination = new LinkedHashMap<>();
        pagination.put("per_page", query.perPage());
        pagination.put("next_cursor", next.orElse(null));
        pagination.put("prev_cursor", previous.orElse(null));
        pagination.put("has_more", next.isPresent());
        Links links = links(query);
        previous.ifPresent(place -> links.add("prev", "cursor", place));
        next.ifPresent(place -> links.add("next", "cursor", place));
        return answer(slice.items(), pagination, links);
    }

    private Links links(UserQuery query) {
        return new Links(paths.users(), query.parameters());
    }

    private static Response answer(List<User> users, Map<String, ?> pagination, Links links) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("data", users.stream().map(UserView::of).toList());
        body.put("pagination", pagination);
        return Response.json(200, body).with(links.header());
    }
}
