/** The JSON API and the pages of user accounts, as one Javalin plugin. */
module io.accounts4j.http {
    requires static transitive org.jspecify;
    requires transitive io.accounts4j.core;
    requires transitive io.javalin;
    requires com.fasterxml.jackson.databind;
    requires gg.jte.runtime;
    requires org.slf4j;

    exports io.accounts4j.http;
    exports io.accounts4j.http.javalin;
    exports io.accounts4j.http.page;
    exports io.accounts4j.http.servlet;
    exports io.accounts4j.http.view;
}
