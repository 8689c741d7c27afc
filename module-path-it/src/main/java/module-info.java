/** A host as others write it: it requires accounts4j by its module names. */
module com.example.host {
    requires com.h2database;
    requires io.accounts4j.core;
    requires io.accounts4j.http.javalin;
    requires io.accounts4j.jdbi;
    requires io.accounts4j.jobs;
    requires io.accounts4j.micrometer;
    requires io.accounts4j.schema;
    requires io.accounts4j.smtp;
    requires io.accounts4j.testkit;
    requires java.naming;
}
