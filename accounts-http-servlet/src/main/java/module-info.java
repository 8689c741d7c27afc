/** The HTTP façade of user accounts as one servlet filter. */
module io.accounts4j.http.servlet {
    requires static transitive org.jspecify;
    requires transitive io.accounts4j.core;
    requires transitive io.accounts4j.http;
    requires transitive jakarta.servlet;
    requires org.slf4j;

    exports io.accounts4j.http.servlet;
}
