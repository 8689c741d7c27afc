package io.accounts4j.schema;

import java.io.Reader;
import java.io.StringReader;
import org.flywaydb.core.api.resource.LoadableResource;

/** A schema file as a Flyway resource. */
final class FlywayFile extends LoadableResource {

    private final Migration migration;

    FlywayFile(Migration migration) {
        this.migration = migration;
    }

    @Override
    public Reader read() {
        return new StringReader(migration.sql());
    }

    @Override
    public String getFilename() {
        return migration.fileName();
    }

    @Override
    public String getAbsolutePath() {
        return migration.fileName();
    }

    @Override
    public String getAbsolutePathOnDisk() {
        return migration.fileName();
    }

    @Override
    public String getRelativePath() {
        return migration.fileName();
    }
}
