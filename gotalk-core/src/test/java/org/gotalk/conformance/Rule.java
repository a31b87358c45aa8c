package org.gotalk.conformance;

import java.util.Locale;
import java.util.Map;

/**
 * A rule of the protocol.
 *
 * @param section where it belongs
 * @param id its name, in tests
 * @param text what it says
 * @param exempt which implementations it does not concern, and why
 * @param notOver over what it does not concern peers without a container, and why
 */
public record Rule(
        String section, String id, String text, Map<Implementation, String> exempt, Map<Carrier, String> notOver) {

    /** What the rules are held against. */
    public enum Implementation {
        /** gotalk-core, and gotalk-net with it. */
        ENGINE("engine"),
        /** A server with the endpoint of gotalk-jakarta. */
        LIBERTY("Liberty endpoint"),
        /** The script. */
        JS("gotalk.js");

        private final String title;

        Implementation(String title) {
            this.title = title;
        }

        /** The head of its column. */
        public String title() {
            return title;
        }

        static Implementation ofKey(String key) {
            return valueOf(key.substring("not ".length()).toUpperCase(Locale.ROOT));
        }
    }
}
