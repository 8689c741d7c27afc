/** A host as others write it: it requires accounts4j by its module names. */
module com.example.host {
    requires io.accounts4j.core;
}
