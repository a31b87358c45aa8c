package org.gotalk.testing.websocket;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** One connection at the server's side. */
public final class ServerSide {

    private static final String KEY_SUFFIX = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    private final Socket socket;
    private final DataInputStream in;
    private final FrameReader frames;
    private final DataOutputStream out;
    private final Map<String, List<String>> headers = new TreeMap<>();
    private String requestLine = "";

    ServerSide(Socket socket) throws IOException {
        socket.setSoTimeout(WebSocketServer.LONGEST_MILLIS);
        socket.setTcpNoDelay(true);
        this.socket = socket;
        in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        frames = new FrameReader(in);
        out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
    }

    /** The first line of the handshake. */
    public String requestLine() {
        return requestLine;
    }

    /** The values of a header of the handshake. */
    public List<String> header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    }

    /** Opens the WebSocket. */
    public ServerSide opens() throws IOException {
        return answers(switching(""));
    }

    /** Opens the WebSocket with a subprotocol. */
    public ServerSide opens(String subprotocol) throws IOException {
        return answers(switching("Sec-WebSocket-Protocol: " + subprotocol + "\r\n"));
    }

    /** Answers the handshake with anything. */
    public ServerSide answers(String bytes) throws IOException {
        out.write(bytes.getBytes(ISO_8859_1));
        out.flush();
        return this;
    }

    /** Refuses, as an ordinary server does. */
    public ServerSide refuses(String status, String... headerLines) throws IOException {
        String more = headerLines.length == 0 ? "" : String.join("\r\n", headerLines) + "\r\n";
        return answers("HTTP/1.1 " + status + "\r\n" + more + "Content-Length: 2\r\n\r\nno");
    }

    public ServerSide says(WebSocketFrame frame) throws IOException {
        synchronized (out) {
            frame.writeTo(out);
        }
        return this;
    }

    /** The next frame of the client. */
    public WebSocketFrame hears() throws IOException {
        return frames.next(Integer.MAX_VALUE);
    }

    /** The next frame of the client, or a piece of it. */
    WebSocketFrame hears(int most) throws IOException {
        return frames.next(most);
    }

    /** Whether the client has hung up, once all that it sent was read. */
    public boolean hearsTheEnd() throws IOException {
        try {
            return in.read() < 0;
        } catch (EOFException e) {
            return true;
        }
    }

    /** Hangs up without a word. */
    public void vanishes() throws IOException {
        socket.close();
    }

    /** Hangs up so that the network tells the client of an error. */
    public void breaks() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    void readHandshake() throws IOException {
        requestLine = line();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.computeIfAbsent(line.substring(0, colon).toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(line.substring(colon + 1).strip());
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.readUnsignedByte(); next != '\n'; next = in.readUnsignedByte()) {
            line.append((char) next);
        }
        return line.toString().strip();
    }

    /** The answer that opens the WebSocket. */
    public String switching(String more) {
        return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Accept: " + accept(header("Sec-WebSocket-Key").get(0)) + "\r\n" + more + "\r\n";
    }

    private static String accept(String key) {
        try {
            MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
            return Base64.getEncoder().encodeToString(sha1.digest((key + KEY_SUFFIX).getBytes(ISO_8859_1)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("each JDK has it", e);
        }
    }
}
