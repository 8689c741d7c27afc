package io.accounts4j.jdbi;

class TimeZonesOnH2Test extends OnH2 implements TimeZones {

    @Override
    public String setSessionZone() {
        return "set time zone '?'";
    }
}
