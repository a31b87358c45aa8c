package org.gotalk.json;

import jakarta.json.stream.JsonParser;
import java.io.StringReader;
import org.jspecify.annotations.Nullable;

/** A text to decode, which knows the parser that reads it: JSON-B does not give it away. */
final class JsonSource extends StringReader {

    private @Nullable TracedParser parser;

    JsonSource(String text) {
        super(text);
    }

    TracedParser traced(JsonParser untraced) {
        TracedParser traced = new TracedParser(untraced);
        parser = traced;
        return traced;
    }

    /** Null if JSON-B uses parsers of its own. */
    @Nullable
    TracedParser parser() {
        return parser;
    }
}
