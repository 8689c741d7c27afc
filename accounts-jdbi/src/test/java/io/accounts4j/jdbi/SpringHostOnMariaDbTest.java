package io.accounts4j.jdbi;

class SpringHostOnMariaDbTest extends OnMariaDb implements SpringHost {

    @Override
    public JdbiStore emptyStore() {
        return SpringHost.super.emptyStore();
    }
}
