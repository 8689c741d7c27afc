package io.accounts4j.jdbi;

class SpringHostOnH2Test extends OnH2 implements SpringHost {

    @Override
    public JdbiStore emptyStore() {
        return SpringHost.super.emptyStore();
    }
}
