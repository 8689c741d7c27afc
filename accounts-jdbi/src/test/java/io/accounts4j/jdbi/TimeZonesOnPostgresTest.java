package io.accounts4j.jdbi;

class TimeZonesOnPostgresTest extends OnPostgres implements TimeZones {

    @Override
    public String setSessionZone() {
        return "set time zone interval '?' hour to minute";
    }
}
