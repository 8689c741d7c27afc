package io.accounts4j.http.route;

import java.util.List;

/** A part of the façade that brings its routes. */
@FunctionalInterface
public interface Feature {

    /** The routes; what is not listed is not mounted. */
    List<Route> routes();
}
