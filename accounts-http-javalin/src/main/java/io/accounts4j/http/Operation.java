package io.accounts4j.http;

import static io.accounts4j.http.Access.ADMINISTRATOR;
import static io.accounts4j.http.Access.ANYONE;
import static io.accounts4j.http.Access.PUBLIC;
import static io.accounts4j.http.Access.RECOGNISED;
import static io.accounts4j.http.Access.SELF_OR_ADMINISTRATOR;
import static io.accounts4j.http.Access.SIGNED_IN;
import static io.javalin.http.HandlerType.DELETE;
import static io.javalin.http.HandlerType.GET;
import static io.javalin.http.HandlerType.PATCH;
import static io.javalin.http.HandlerType.POST;
import static io.javalin.http.HandlerType.PUT;

import io.javalin.http.HandlerType;

/**
 * The access table: everything that can be called, and by whom. Nothing is mounted that has no row here. Each GET stands
 * for HEAD as well.
 */
@SuppressWarnings("ImmutableEnumChecker") // HandlerType is a record of a text and a boolean
enum Operation {
    REGISTER_USER(POST, Surface.API, "/users", ANYONE),
    LIST_USERS(GET, Surface.API, "/users", ADMINISTRATOR),
    SHOW_USER(GET, Surface.API, "/users/{id}", SELF_OR_ADMINISTRATOR),
    REPLACE_USER(PUT, Surface.API, "/users/{id}", ADMINISTRATOR),
    UPDATE_USER(PATCH, Surface.API, "/users/{id}", ADMINISTRATOR),
    DELETE_USER(DELETE, Surface.API, "/users/{id}", ADMINISTRATOR),

    SIGN_IN(POST, Surface.API, "/session", ANYONE),
    SHOW_SESSION(GET, Surface.API, "/session", SIGNED_IN),
    SIGN_OUT(DELETE, Surface.API, "/session", ANYONE),
    SIGN_IN_FOR_TOKEN(POST, Surface.API, "/session/token", ANYONE),

    REQUEST_CONFIRMATION(POST, Surface.API, "/confirmation", ANYONE),
    CONFIRM_USER(PUT, Surface.API, "/confirmation", ANYONE),

    LIVE(GET, Surface.API, "/health/live", PUBLIC),
    READY(GET, Surface.API, "/health/ready", RECOGNISED),
    JOBS_HEALTH(GET, Surface.API, "/health/jobs", ADMINISTRATOR),

    SHOW_CONFIRMATION_PAGE(GET, Surface.PAGE, "/users/confirm", ANYONE),
    SUBMIT_CONFIRMATION_PAGE(POST, Surface.PAGE, "/users/confirm", ANYONE),
    STYLESHEET(GET, Surface.ASSET, "/users/assets/{file}", PUBLIC);

    private final HandlerType method;
    private final Surface surface;
    private final String path;
    private final Access access;

    Operation(HandlerType method, Surface surface, String path, Access access) {
        this.method = method;
        this.surface = surface;
        this.path = path;
        this.access = access;
    }

    HandlerType method() {
        return method;
    }

    Surface surface() {
        return surface;
    }

    Access access() {
        return access;
    }

    /** The path as Javalin matches it; what belongs to the API begins with {@code basePath}. */
    String path(String basePath) {
        return surface == Surface.API ? basePath + path : path;
    }
}
