package org.gotalk.json;

import jakarta.json.bind.adapter.JsonbAdapter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Date;

/**
 * Dates as instants, {@code 2007-12-03T10:15:30.123Z}, which JavaScript reads. JSON-B adds the name of a time zone,
 * {@code [UTC]}, which it does not. Reads both, times with an offset, and those with neither as UTC.
 */
final class DateAdapter implements JsonbAdapter<Date, String> {

    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ISO_DATE_TIME.withZone(ZoneOffset.UTC);

    /** Instances are created by JSON-B too. */
    DateAdapter() {}

    @Override
    @SuppressWarnings("JavaUtilDate") // what it adapts
    public String adaptToJson(Date date) {
        return Instant.ofEpochMilli(date.getTime()).toString();
    }

    @Override
    @SuppressWarnings("JavaUtilDate")
    public Date adaptFromJson(String text) {
        return Date.from(Instant.from(FORMAT.parse(text)));
    }
}
