package org.gotalk.internal.engine.resume;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gotalk.PayloadCodec;
import org.gotalk.PayloadException;
import org.gotalk.Values;
import org.jspecify.annotations.Nullable;

/**
 * The request with which a peer asks for a session, once a connection: {@code {"can": ["resume"], "session": key, "resume":
 * {"got": count}}}, and what is answered.
 *
 * @param key the key of the session; empty if the peer has none to give
 * @param recovered whether the session goes on and nothing is missing
 * @param rooms the rooms that the requester is in
 * @param got how many notifications of the requester were handled
 */
public record Hello(String key, boolean recovered, List<String> rooms, int got) {

    /** The name of the operation. */
    public static final String NAME = "$gotalk/hello";

    private static final Hello NONE = new Hello("", false, List.of(), 0);

    /**
     * Encodes a request.
     *
     * @param key of the session to go on with; null for a new one
     * @param got how many notifications of that session were handled
     * @throws IllegalArgumentException if the codec cannot encode objects
     */
    public static byte[] request(PayloadCodec codec, @Nullable String key, int got) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("can", List.of("resume"));
        if (key != null) {
            request.put("session", key);
            request.put("resume", Map.of("got", Integer.toUnsignedLong(got)));
        }
        return Values.encoded(codec, request);
    }

    /**
     * Decodes an answer.
     *
     * @throws PayloadException if it is none
     */
    public static Hello answer(PayloadCodec codec, byte[] payload) {
        Map<?, ?> answer = Values.required(codec, payload, Map.class);
        if (!(answer.get("session") instanceof Map<?, ?> session)) {
            return NONE;
        }
        if (!(session.get("key") instanceof String key)
                || !(answer.get("recovered") instanceof Boolean recovered)
                || !(answer.get("got") instanceof Number got)
                || !(answer.get("rooms") instanceof List<?> rooms)) {
            throw new PayloadException("the answer to " + NAME + " must have session.key, recovered, rooms and got");
        }
        List<String> names = rooms.stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .toList();
        return new Hello(key, recovered, names, (int) got.longValue());
    }
}
