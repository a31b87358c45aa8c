package org.gotalk.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/**
 * Bytes as people write them in the conformance tables. Blanks mean nothing; {@code \hh} is the byte with that hex
 * value; <code>{n*b}</code> is b, n times; any other character is its own UTF-8.
 */
public final class Bytes {

    private final String text;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int at;

    private Bytes(String text) {
        this.text = text;
    }

    /** The bytes that a text stands for. */
    public static byte[] of(String text) {
        Bytes reader = new Bytes(text);
        while (reader.at < text.length()) {
            reader.readOne();
        }
        return reader.bytes.toByteArray();
    }

    /** Bytes as a table could hold them, for messages of failed tests. */
    public static String show(byte[] bytes) {
        StringBuilder shown = new StringBuilder();
        for (byte b : bytes) {
            boolean plain = b > ' ' && b < 0x7f && b != '\\' && b != '{';
            shown.append(plain ? String.valueOf((char) b) : String.format("\\%02x", b & 0xff));
        }
        return shown.toString();
    }

    private void readOne() {
        char c = text.charAt(at);
        switch (c) {
            case ' ' -> at++;
            case '\\' -> bytes.write(readEscape());
            case '{' -> readRepeated();
            default -> readCharacter();
        }
    }

    private int readEscape() {
        int value = Integer.parseInt(text.substring(at + 1, at + 3), 16);
        at += 3;
        return value;
    }

    private void readRepeated() {
        int star = text.indexOf('*', at);
        int close = text.indexOf('}', star);
        int count = Integer.parseInt(text.substring(at + 1, star));
        byte[] repeated = of(text.substring(star + 1, close));
        for (int i = 0; i < count; i++) {
            bytes.writeBytes(repeated);
        }
        at = close + 1;
    }

    private void readCharacter() {
        int character = text.codePointAt(at);
        at += Character.charCount(character);
        bytes.writeBytes(Character.toString(character).getBytes(UTF_8));
    }
}
