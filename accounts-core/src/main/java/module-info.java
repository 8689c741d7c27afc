/** Accounts: the domain and the ports it needs. Nothing here knows a database, a web server or a mail server. */
module io.accounts4j.core {
    requires static transitive org.jspecify;
    requires org.slf4j;
    requires bcrypt;

    exports io.accounts4j;
    exports io.accounts4j.confirmation;
    exports io.accounts4j.event;
    exports io.accounts4j.health;
    exports io.accounts4j.job;
    exports io.accounts4j.kernel;
    exports io.accounts4j.mail;
    exports io.accounts4j.page;
    exports io.accounts4j.password;
    exports io.accounts4j.purging;
    exports io.accounts4j.refolding;
    exports io.accounts4j.registration;
    exports io.accounts4j.session;
    exports io.accounts4j.sessions;
    exports io.accounts4j.signin;
    exports io.accounts4j.store;
    exports io.accounts4j.supervision;
    exports io.accounts4j.token;
    exports io.accounts4j.transaction;
    exports io.accounts4j.user;
    exports io.accounts4j.users;
}
