package planted.http.closure;

/** A feature. */
public interface Ending {}
