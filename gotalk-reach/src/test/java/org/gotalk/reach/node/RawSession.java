package org.gotalk.reach.node;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gotalk.test.RawPeer;
import org.gotalk.test.TestServer;

/** A peer that speaks frames, and comes back to its session over one connection after the other. */
final class RawSession {

    private static final Pattern KEY = Pattern.compile("\"key\":\"([^\"]+)\"");

    private static final int LENGTH = 8;
    private static final int HEADER = "R0001".length() + LENGTH;

    private final TestServer server;
    private final String user;
    private RawPeer connection;
    private String key = "";

    RawSession(TestServer server, String user) {
        this.server = server;
        this.user = user;
        this.connection = connect();
    }

    private RawPeer connect() {
        RawPeer raw =
                user.isEmpty() ? server.peer().raw() : server.peer().as(user).raw();
        return raw.send("01");
    }

    RawPeer connection() {
        return connection;
    }

    String key() {
        return key;
    }

    /** Begins a session; the server has said that it counts when this returns. */
    RawSession begin() {
        send("r0001", "$gotalk/hello", "{\"can\":[\"resume\"]}");
        key = keyIn(awaitAnswer());
        send("n", "$gotalk/ack", "00000000");
        return this;
    }

    /** Loses the connection as a network does, and returns when the server has noticed. */
    RawSession lose() {
        connection.vanish();
        server.await(
                "the loss",
                () -> connection.serverSide().closed().toCompletableFuture().isDone());
        return this;
    }

    /** Comes back over another connection; returns the answer to the hello. */
    String comeBack(int got) {
        return comeBack(key, got);
    }

    String comeBack(String wanted, int got) {
        String answer = askToComeBack(wanted, got);
        key = keyIn(answer);
        send("n", "$gotalk/ack", "00000000");
        return answer;
    }

    /** Comes back, and loses the connection before the answer has arrived. */
    RawSession almostComeBack(int got) {
        askToComeBack(key, got);
        return lose();
    }

    private String askToComeBack(String wanted, int got) {
        connection = connect();
        send("r0001", "$gotalk/hello", "{\"session\":\"" + wanted + "\",\"resume\":{\"got\":" + got + "}}");
        return awaitAnswer();
    }

    /** Sends a notification. */
    RawSession say(String name, String json) {
        send("n", name, json);
        return this;
    }

    /** What has come since the server said that it counts, with acknowledgements. */
    String heard() {
        server.settle();
        String all = connection.received();
        return all.substring(all.indexOf("n00b$gotalk/ack"));
    }

    private String awaitAnswer() {
        connection.await("n00b$gotalk/ack");
        String header = connection.await("R0001");
        int start = header.indexOf("R0001") + HEADER;
        server.await("the whole answer", () -> isWhole(connection.received(), start));
        String all = connection.received();
        return all.substring(start, start + length(all, start));
    }

    private static boolean isWhole(String all, int start) {
        return all.length() >= start && all.length() >= start + length(all, start);
    }

    private static int length(String all, int start) {
        return Integer.parseInt(all, start - LENGTH, start, 16);
    }

    private void send(String kind, String name, String payload) {
        byte[] bytes = payload.getBytes(UTF_8);
        connection.send(
                kind + "%03x%s%08x".formatted(name.length(), name, bytes.length) + new String(bytes, ISO_8859_1));
    }

    private static String keyIn(String answer) {
        Matcher key = KEY.matcher(answer);
        if (!key.find()) {
            throw new AssertionError("no key in " + answer);
        }
        return key.group(1);
    }
}
