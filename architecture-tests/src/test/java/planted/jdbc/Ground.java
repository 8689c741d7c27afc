package planted.jdbc;

/** The ground of the modules on SQL. */
public interface Ground {}
