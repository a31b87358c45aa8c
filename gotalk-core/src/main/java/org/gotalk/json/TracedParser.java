package org.gotalk.json;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonLocation;
import jakarta.json.stream.JsonParser;
import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A parser that knows where in the value it is, and refuses numbers that do not fit. */
final class TracedParser implements JsonParser {

    private static final String INT = "a whole number from " + Integer.MIN_VALUE + " to " + Integer.MAX_VALUE;
    private static final String LONG = "a whole number from " + Long.MIN_VALUE + " to " + Long.MAX_VALUE;

    private final JsonParser parser;
    private final ValuePath path = new ValuePath();
    private @Nullable Event event;
    private @Nullable Event eventBefore;

    TracedParser(JsonParser parser) {
        this.parser = parser;
    }

    /** Where it is. */
    ValuePath path() {
        return path;
    }

    /** What it has read last; null at the beginning. */
    @Nullable
    Event lastEvent() {
        return event;
    }

    /** What it has read before that; null at the beginning. */
    @Nullable
    Event eventBefore() {
        return eventBefore;
    }

    @Override
    public boolean hasNext() {
        return parser.hasNext();
    }

    @Override
    public Event next() {
        Event next = parser.next();
        eventBefore = event;
        event = next;
        path.mark();
        switch (next) {
            case START_ARRAY -> path.beginArray();
            case START_OBJECT -> path.beginObject();
            case END_ARRAY, END_OBJECT -> path.end();
            case KEY_NAME -> path.key(parser.getString());
            default -> path.value();
        }
        return next;
    }

    @Override
    public Event currentEvent() {
        return parser.currentEvent();
    }

    @Override
    public String getString() {
        return event == Event.KEY_NAME ? path.key() : parser.getString();
    }

    @Override
    public boolean isIntegralNumber() {
        return parser.isIntegralNumber();
    }

    @Override
    public int getInt() {
        try {
            return parser.getBigDecimal().intValueExact();
        } catch (ArithmeticException e) {
            throw new UnfitNumberException(INT);
        }
    }

    @Override
    public long getLong() {
        try {
            return parser.getBigDecimal().longValueExact();
        } catch (ArithmeticException e) {
            throw new UnfitNumberException(LONG);
        }
    }

    @Override
    public BigDecimal getBigDecimal() {
        return parser.getBigDecimal();
    }

    @Override
    public JsonLocation getLocation() {
        return parser.getLocation();
    }

    @Override
    public JsonObject getObject() {
        JsonObject object = parser.getObject();
        path.end();
        return object;
    }

    @Override
    public JsonArray getArray() {
        JsonArray array = parser.getArray();
        path.end();
        return array;
    }

    @Override
    public JsonValue getValue() {
        boolean isNested = event == Event.START_ARRAY || event == Event.START_OBJECT;
        JsonValue value = parser.getValue();
        if (isNested) {
            path.end();
        }
        return value;
    }

    @Override
    public Stream<JsonValue> getArrayStream() {
        return parser.getArrayStream();
    }

    @Override
    public Stream<Map.Entry<String, JsonValue>> getObjectStream() {
        return parser.getObjectStream();
    }

    @Override
    public Stream<JsonValue> getValueStream() {
        return parser.getValueStream();
    }

    @Override
    public void skipArray() {
        parser.skipArray();
        path.end();
    }

    @Override
    public void skipObject() {
        parser.skipObject();
        path.end();
    }

    @Override
    public void close() {
        parser.close();
    }
}
