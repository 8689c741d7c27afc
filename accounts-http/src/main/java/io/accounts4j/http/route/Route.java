package io.accounts4j.http.route;

import static io.accounts4j.http.route.Access.ADMINISTRATOR;
import static io.accounts4j.http.route.Access.ANYONE;
import static io.accounts4j.http.route.Access.PUBLIC;
import static io.accounts4j.http.route.Access.RECOGNISED;
import static io.accounts4j.http.route.Access.SELF_OR_ADMINISTRATOR;
import static io.accounts4j.http.route.Access.SIGNED_IN;
import static io.accounts4j.http.route.Method.DELETE;
import static io.accounts4j.http.route.Method.GET;
import static io.accounts4j.http.route.Method.PATCH;
import static io.accounts4j.http.route.Method.POST;
import static io.accounts4j.http.route.Method.PUT;

/**
 * The access table: everything that can be called, and by whom. Nothing is mounted that has no row here. Each GET stands
 * for HEAD as well.
 */
public enum Route {
    REGISTER_USER(POST, RouteKind.API, "/users", ANYONE),
    LIST_USERS(GET, RouteKind.API, "/users", ADMINISTRATOR),
    SHOW_USER(GET, RouteKind.API, "/users/{id}", SELF_OR_ADMINISTRATOR),
    REPLACE_USER(PUT, RouteKind.API, "/users/{id}", ADMINISTRATOR),
    UPDATE_USER(PATCH, RouteKind.API, "/users/{id}", ADMINISTRATOR),
    DELETE_USER(DELETE, RouteKind.API, "/users/{id}", ADMINISTRATOR),

    SIGN_IN(POST, RouteKind.API, "/session", ANYONE),
    SHOW_SESSION(GET, RouteKind.API, "/session", SIGNED_IN),
    SIGN_OUT(DELETE, RouteKind.API, "/session", ANYONE),
    SIGN_IN_FOR_TOKEN(POST, RouteKind.API, "/session/token", ANYONE),

    REQUEST_CONFIRMATION(POST, RouteKind.API, "/confirmation", ANYONE),
    CONFIRM_USER(PUT, RouteKind.API, "/confirmation", ANYONE),

    LIVE(GET, RouteKind.API, "/health/live", PUBLIC),
    READY(GET, RouteKind.API, "/health/ready", RECOGNISED),
    JOBS_HEALTH(GET, RouteKind.API, "/health/jobs", ADMINISTRATOR),

    SHOW_CONFIRMATION_PAGE(GET, RouteKind.PAGE, "/users/confirm", ANYONE),
    SUBMIT_CONFIRMATION_PAGE(POST, RouteKind.PAGE, "/users/confirm", ANYONE),
    STYLESHEET(GET, RouteKind.ASSET, "/users/assets/{file}", PUBLIC);

    private final Method method;
    private final RouteKind kind;
    private final String path;
    private final Access access;

    Route(Method method, RouteKind kind, String path, Access access) {
        this.method = method;
        this.kind = kind;
        this.path = path;
        this.access = access;
    }

    public Method method() {
        return method;
    }

    public RouteKind kind() {
        return kind;
    }

    public Access access() {
        return access;
    }

    /** The path with parameters as {@code {name}}; a path of the API begins with {@code basePath}. */
    public String path(String basePath) {
        return kind == RouteKind.API ? basePath + path : path;
    }
}
