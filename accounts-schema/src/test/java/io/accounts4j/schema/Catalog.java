package io.accounts4j.schema;

import io.accounts4j.testdatabases.TestDatabase;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** The catalog of the accounts4j tables in a database: a line for each column and each column of an index. */
final class Catalog {

    private Catalog() {}

    static String of(TestDatabase kind, DataSource database, String schema) {
        return Stream.of(columns(kind), indexes(kind), foreignKeys())
                .flatMap(query -> lines(database, query.replace("{schema}", schema)).stream())
                .map(line -> line.toLowerCase(Locale.ROOT).replace(schema.toLowerCase(Locale.ROOT) + ".", ""))
                .reduce("", (all, line) -> all + line + "\n");
    }

    private static List<String> lines(DataSource database, String query) {
        return Sql.rows(database, query).stream()
                .map(line -> line.replaceAll("\\s+", " "))
                .sorted()
                .toList();
    }

    private static String columns(TestDatabase kind) {
        String type = kind == TestDatabase.MARIADB
                ? "column_type, collation_name"
                : "data_type, coalesce(character_maximum_length, datetime_precision), collation_name";
        return "select table_name, column_name, " + type
                + ", case is_nullable when 'YES' then 'null' else 'required' end,"
                + " column_default from information_schema.columns where table_schema = '{schema}'"
                + " and lower(table_name) like 'accounts@_%' escape '@' and lower(table_name) <> 'accounts_schema_history'";
    }

    private static String indexes(TestDatabase kind) {
        return switch (kind) {
            case POSTGRES ->
                "select indexdef from pg_indexes where schemaname = '{schema}'"
                        + " and tablename like 'accounts@_%' escape '@' and tablename <> 'accounts_schema_history'";
            case MARIADB ->
                "select 'index', table_name, index_name, non_unique, seq_in_index, column_name"
                        + " from information_schema.statistics where table_schema = '{schema}'"
                        + " and table_name like 'accounts@_%' escape '@' and table_name <> 'accounts_schema_history'";
            case H2 ->
                "select 'index', c.table_name, i.index_type_name,"
                        + " case when i.index_name like 'PRIMARY_KEY%' or i.index_name like 'CONSTRAINT_%' then 'SYSTEM'"
                        + " else regexp_replace(i.index_name, '_INDEX_[0-9A-F]+$', '') end,"
                        + " c.ordinal_position, c.column_name"
                        + " from information_schema.index_columns c join information_schema.indexes i"
                        + " on i.index_schema = c.index_schema and i.index_name = c.index_name"
                        + " where c.table_schema = '{schema}' and lower(c.table_name) like 'accounts@_%' escape '@'"
                        + " and lower(c.table_name) <> 'accounts_schema_history'";
        };
    }

    private static String foreignKeys() {
        return "select 'foreign key', constraint_name, delete_rule from information_schema.referential_constraints"
                + " where constraint_schema = '{schema}' and lower(constraint_name) like 'accounts@_%' escape '@'";
    }
}
