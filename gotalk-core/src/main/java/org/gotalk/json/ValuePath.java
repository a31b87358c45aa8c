package org.gotalk.json;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The place of a value within a JSON text: names in objects, indices in arrays. */
final class ValuePath {

    /** Maximum length in messages, in characters. Names come from the peer. */
    private static final int SHOWN = 200;

    private static final int AT_FIRST = 8;
    private static final int NO_ARRAY = -2;

    private @Nullable String[] keys = new String[AT_FIRST];
    private int[] indices = new int[AT_FIRST];
    private int depth;

    // The innermost array or object before the last step.
    private int markedDepth;
    private @Nullable String markedKey;
    private int markedIndex;

    /** Remembers where it is, for {@link #marked()}. The next step follows. */
    void mark() {
        markedDepth = depth;
        if (depth > 0) {
            markedKey = keys[depth - 1];
            markedIndex = indices[depth - 1];
        }
    }

    /** The path before the last step. A step changes nothing but what is innermost. */
    ValuePath marked() {
        ValuePath before = new ValuePath();
        before.keys = keys.clone();
        before.indices = indices.clone();
        before.depth = markedDepth;
        if (markedDepth > 0) {
            before.keys[markedDepth - 1] = markedKey;
            before.indices[markedDepth - 1] = markedIndex;
        }
        return before;
    }

    void beginArray() {
        value();
        begin(-1);
    }

    void beginObject() {
        value();
        begin(NO_ARRAY);
    }

    private void begin(int index) {
        if (depth == indices.length) {
            keys = Arrays.copyOf(keys, 2 * depth);
            indices = Arrays.copyOf(indices, 2 * depth);
        }
        keys[depth] = null;
        indices[depth++] = index;
    }

    /** The innermost array or object has ended. */
    void end() {
        if (depth > 0) {
            depth--;
        }
    }

    void key(String name) {
        keys[depth - 1] = name;
    }

    /** The name that came last. */
    String key() {
        return String.valueOf(keys[depth - 1]);
    }

    /** A value begins. */
    void value() {
        if (depth > 0 && isArray(depth - 1)) {
            indices[depth - 1]++;
        }
    }

    /** The number of steps from the whole value to this one, which may be in an array or object that has just begun. */
    int steps() {
        boolean isBeforeFirst = depth > 0 && (isArray(depth - 1) ? indices[depth - 1] < 0 : keys[depth - 1] == null);
        return isBeforeFirst ? depth - 1 : depth;
    }

    boolean isArray(int step) {
        return indices[step] != NO_ARRAY;
    }

    String key(int step) {
        return String.valueOf(keys[step]);
    }

    /** The first steps, as in {@code .friends[3].name}; empty for the whole value. */
    String text(int steps) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < steps; i++) {
            if (isArray(i)) {
                text.append('[').append(indices[i]).append(']');
            } else {
                text.append('.').append(printable(key(i)));
            }
        }
        return text.length() <= SHOWN ? text.toString() : text.substring(0, SHOWN) + "…";
    }

    private static String printable(String name) {
        return name.codePoints().anyMatch(Character::isISOControl) ? "?" : name;
    }
}
