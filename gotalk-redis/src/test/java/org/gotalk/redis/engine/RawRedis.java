package org.gotalk.redis.engine;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** Says commands to an engine and reads what it answers: texts, numbers and lists. */
public final class RawRedis implements AutoCloseable {

    private final Socket socket;
    private final DataInputStream in;

    RawRedis(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        in = new DataInputStream(socket.getInputStream());
    }

    /** Runs a command; an answer of more than one part is a list. */
    public Object say(String... words) throws IOException {
        ByteArrayOutputStream command = new ByteArrayOutputStream();
        command.writeBytes(("*" + words.length + "\r\n").getBytes(ISO_8859_1));
        for (String word : words) {
            byte[] bytes = word.getBytes(UTF_8);
            command.writeBytes(("$" + bytes.length + "\r\n").getBytes(ISO_8859_1));
            command.writeBytes(bytes);
            command.writeBytes("\r\n".getBytes(ISO_8859_1));
        }
        socket.getOutputStream().write(command.toByteArray());
        return answer();
    }

    /** All keys, in their order. */
    public List<String> keys() throws IOException {
        return texts(say("KEYS", "*"));
    }

    /** An answer that is a list of texts, in their order. */
    public static List<String> texts(Object answer) {
        return ((List<?>) answer).stream().map(String::valueOf).sorted().toList();
    }

    private Object answer() throws IOException {
        String head = line();
        String rest = head.substring(1);
        return switch (head.charAt(0)) {
            case '+' -> rest;
            case ':' -> Long.valueOf(rest);
            case '$' -> bulk(Integer.parseInt(rest));
            case '*' -> list(Integer.parseInt(rest));
            default -> throw new IOException(head);
        };
    }

    private Object bulk(int length) throws IOException {
        if (length < 0) {
            return "";
        }
        byte[] bytes = in.readNBytes(length);
        in.readNBytes(2);
        return new String(bytes, UTF_8);
    }

    private Object list(int length) throws IOException {
        List<Object> list = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            list.add(answer());
        }
        return list;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int b = in.read(); b != '\r'; b = in.read()) {
            if (b < 0) {
                throw new EOFException("the engine has closed the connection");
            }
            line.append((char) b);
        }
        in.readNBytes(1);
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
