package io.accounts4j.jdbi;

class TimeZonesOnMariaDbTest extends OnMariaDb implements TimeZones {

    @Override
    public String setSessionZone() {
        return "set time_zone = '?'";
    }
}
