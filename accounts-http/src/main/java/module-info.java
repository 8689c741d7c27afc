/** The JSON API and the pages of user accounts, without a web server. */
@SuppressWarnings("module") // the mounts are compiled after this module
module io.accounts4j.http {
    requires static transitive org.jspecify;
    requires transitive io.accounts4j.core;
    requires com.fasterxml.jackson.databind;
    requires gg.jte.runtime;
    requires org.slf4j;

    exports io.accounts4j.http;
    exports io.accounts4j.http.page;
    exports io.accounts4j.http.view;

    // The port that a mount fulfils, and its errors; not for hosts.
    exports io.accounts4j.http.guard to
            io.accounts4j.http.javalin;
    exports io.accounts4j.http.wire to
            io.accounts4j.http.javalin,
            io.accounts4j.http.servlet;
}
