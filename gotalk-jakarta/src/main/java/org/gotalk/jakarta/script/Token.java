package org.gotalk.jakarta.script;


/**
 * One token of a script.
 *
 * @param text as it stands in the script
 * @param startsLine whether a line break came before it
 */
record Token(Kind kind, String text, boolean startsLine) {

    enum Kind {
        /** A keyword or an identifier. */
        WORD,
        /** The name of a private member, with its {@code #}. */
        PRIVATE_NAME,
        NUMBER,
        STRING,
        /** A template literal, or the part of one up to a hole, between two holes, or after the last one. */
        TEMPLATE,
        REGEX,
        PUNCTUATOR
    }

    boolean is(Kind expected) {
        return kind == expected;
    }

    /** Whether it is this keyword or punctuator. */
    boolean is(String expected) {
        return (kind == Kind.WORD || kind == Kind.PUNCTUATOR) && text.equals(expected);
    }

    Token with(String otherText) {
        return new Token(kind, otherText, startsLine);
    }
}
