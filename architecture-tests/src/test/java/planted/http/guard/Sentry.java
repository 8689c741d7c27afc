package planted.http.guard;

/** Above {@code wire}. */
public interface Sentry {}
