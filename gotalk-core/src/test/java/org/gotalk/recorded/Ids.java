package org.gotalk.recorded;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.List;
import org.gotalk.internal.wire.message.Payload;
import org.gotalk.recorded.Transcript.Step;

/**
 * Request ids are the requestor's choice: ours differ from the recorded ones. Pairs the requests of our side with the
 * recorded ones, in order.
 */
public final class Ids {

    private static final int END = 5;

    private final List<String> recorded;
    private final List<String> ours = new ArrayList<>();

    /** For the headers that were recorded of the side that is ours now. */
    public Ids(List<String> recordedHeaders) {
        recorded = idsOf(recordedHeaders);
    }

    /** Takes notice of what our side has sent so far. */
    public void ours(List<String> headers) {
        ours.clear();
        ours.addAll(idsOf(headers));
    }

    /** What our side sent, with the recorded ids. */
    public List<String> asRecorded(List<String> segments) {
        ours(segments);
        List<String> result = new ArrayList<>();
        int request = 0;
        for (String segment : segments) {
            boolean named = isRequest(segment) && request < recorded.size();
            result.add(named ? segment.charAt(0) + recorded.get(request++) + segment.substring(END) : part(segment));
        }
        return result;
    }

    /** With the recorded id of its stream, if it is a part. */
    private String part(String segment) {
        int stream = segment.matches("(?s)p.{4}[0-9a-f]{8}") ? ours.indexOf(segment.substring(1, END)) : -1;
        return stream < 0 ? segment : "p" + recorded.get(stream) + segment.substring(END);
    }

    /**
     * What the recorded side answers to our requests. In text mode the reference's browser library had to read its ids
     * from binary messages, and answered with lists of numbers.
     */
    public Step asOurs(Step answer) {
        String text = new String(answer.content().bytes(), ISO_8859_1);
        for (int i = 0; i < Math.min(recorded.size(), ours.size()); i++) {
            for (String id : List.of(recorded.get(i), listed(recorded.get(i)))) {
                if (text.substring(0, 1).matches("[REeS]") && text.startsWith(id, 1)) {
                    String changed = text.charAt(0) + ours.get(i) + text.substring(1 + id.length());
                    return new Step(answer.fromClient(), answer.kind(), Payload.of(changed.getBytes(ISO_8859_1)));
                }
            }
        }
        return answer;
    }

    private static List<String> idsOf(List<String> headers) {
        return headers.stream()
                .filter(Ids::isRequest)
                .map(header -> header.substring(1, END))
                .toList();
    }

    private static boolean isRequest(String header) {
        return header.matches("(?s)[rs].{4}[0-9a-f]{3}.*[0-9a-f]{8}");
    }

    private static String listed(String id) {
        return String.join(",", id.chars().mapToObj(Integer::toString).toList());
    }
}
