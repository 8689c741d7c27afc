package io.accounts4j.jdbi;

class SpringHostOnPostgresTest extends OnPostgres implements SpringHost {

    @Override
    public JdbiStore emptyStore() {
        return SpringHost.super.emptyStore();
    }
}
