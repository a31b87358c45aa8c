package org.gotalk.internal.wire.message;

import org.jspecify.annotations.Nullable;

/**
 * Reads code and data of an error result. Only finds where values begin and end: the data stays text. A small reader of
 * its own, since the wire format stands on the JDK alone.
 */
final class ErrorMembers {

    private final String json;
    private int at;
    private String code = "";
    private String data = "";

    private ErrorMembers(String json) {
        this.json = json;
    }

    /** The members of a JSON object; null if the text is none. */
    static @Nullable ErrorMembers read(String json) {
        ErrorMembers members = new ErrorMembers(json);
        return members.readObject() && members.isAtEnd() ? members : null;
    }

    private boolean isAtEnd() {
        skipBlanks();
        return at == json.length();
    }

    /** Empty if there is none, or if it is no string. */
    String code() {
        return code;
    }

    /** JSON text; empty if there is none. */
    String data() {
        return data;
    }

    private boolean readObject() {
        if (!take('{')) {
            return false;
        }
        if (take('}')) {
            return true;
        }
        do {
            if (!readMember()) {
                return false;
            }
        } while (take(','));
        return take('}');
    }

    private boolean readMember() {
        skipBlanks();
        int begin = at;
        if (!skipString()) {
            return false;
        }
        String name = json.substring(begin + 1, at - 1);
        if (!take(':')) {
            return false;
        }
        skipBlanks();
        int valueBegin = at;
        if (!skipValue()) {
            return false;
        }
        member(name, json.substring(valueBegin, at));
        return true;
    }

    private void member(String name, String value) {
        if (name.equals("code") && value.charAt(0) == '"') {
            code = value.substring(1, value.length() - 1);
        } else if (name.equals("data") && !value.equals("null")) {
            data = value;
        }
    }

    private boolean skipValue() {
        if (at == json.length()) {
            return false;
        }
        return switch (json.charAt(at)) {
            case '"' -> skipString();
            case '{', '[' -> skipNested();
            default -> skipLiteral();
        };
    }

    private boolean skipNested() {
        int depth = 0;
        while (at < json.length()) {
            char c = json.charAt(at);
            if (c == '"') {
                if (!skipString()) {
                    return false;
                }
                continue;
            }
            at++;
            if (c == '{' || c == '[') {
                depth++;
            } else if ((c == '}' || c == ']') && --depth == 0) {
                return true;
            }
        }
        return false;
    }

    private boolean skipString() {
        if (at == json.length() || json.charAt(at) != '"') {
            return false;
        }
        at++;
        while (at < json.length()) {
            char c = json.charAt(at);
            at += c == '\\' ? 2 : 1;
            if (c == '"') {
                return true;
            }
        }
        return false;
    }

    private boolean skipLiteral() {
        int begin = at;
        while (at < json.length() && isOfLiteral(json.charAt(at))) {
            at++;
        }
        return at > begin;
    }

    private static boolean isOfLiteral(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == 'E' || c == '+' || c == '-' || c == '.';
    }

    private boolean take(char expected) {
        skipBlanks();
        boolean found = at < json.length() && json.charAt(at) == expected;
        if (found) {
            at++;
        }
        return found;
    }

    private void skipBlanks() {
        while (at < json.length() && " \t\r\n".indexOf(json.charAt(at)) >= 0) {
            at++;
        }
    }
}
