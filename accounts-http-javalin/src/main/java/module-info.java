/** The HTTP façade of user accounts as one Javalin plugin. */
module io.accounts4j.http.javalin {
    requires static transitive org.jspecify;
    requires transitive io.accounts4j.core;
    requires transitive io.accounts4j.http;
    requires transitive io.javalin;
    requires io.accounts4j.http.servlet;

    exports io.accounts4j.http.javalin;
}
