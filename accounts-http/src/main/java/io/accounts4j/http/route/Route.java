package io.accounts4j.http.route;

/**
 * A method of a path, the callers it is open to and its action. A GET answers HEAD as well.
 *
 * @param path the path with parameters as {@code {name}}, without the base path
 */
public record Route(Method method, RouteKind kind, String path, Access access, Action action) {

    /** A route of the JSON API, below the base path. */
    public static Route api(Method method, String path, Access access, Action action) {
        return new Route(method, RouteKind.API, path, access, action);
    }

    /** A route of a page, below {@code /users}. */
    public static Route page(Method method, String path, Access access, Action action) {
        return new Route(method, RouteKind.PAGE, path, access, action);
    }

    /** A file that never changes under its name. */
    public static Route asset(String path, Action action) {
        return new Route(Method.GET, RouteKind.ASSET, path, Access.PUBLIC, action);
    }

    /** The whole path; a path of the API begins with {@code basePath}. */
    public String path(String basePath) {
        return kind == RouteKind.API ? basePath + path : path;
    }
}
