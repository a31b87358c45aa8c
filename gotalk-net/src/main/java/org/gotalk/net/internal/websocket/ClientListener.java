package org.gotalk.net.internal.websocket;

import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** What the JDK tells of a WebSocket. It tells nothing but the opening before the channel asks. */
final class ClientListener implements WebSocket.Listener {

    private final TextMessage text;
    private volatile @Nullable ClientChannel channel;

    /**
     * For one WebSocket.
     *
     * @param longestText how many characters a text message may have
     */
    ClientListener(int longestText) {
        text = new TextMessage(longestText);
    }

    void tell(ClientChannel newChannel) {
        channel = newChannel;
    }

    /** Asks for nothing: the channel has not begun to read. */
    @Override
    public void onOpen(WebSocket opened) {}

    @Override
    public CompletionStage<?> onBinary(WebSocket from, ByteBuffer piece, boolean last) {
        return channel().received(piece);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        if (!text.add(part)) {
            channel().close(ClientCloseCodes.TOO_BIG, "a text message has at most " + text.longest() + " characters");
            channel().receivedNothing();
        } else if (last) {
            channel().receivedText(text.take());
        } else {
            channel().receivedNothing();
        }
        return null;
    }

    /** It does not count as what was asked for. */
    @Override
    public @Nullable CompletionStage<?> onPong(WebSocket from, ByteBuffer data) {
        channel().heard();
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        channel().receivedClose(code, reason);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        channel().broken(ConnectFailures.ofConnection(error));
    }

    private ClientChannel channel() {
        ClientChannel told = channel;
        if (told == null) {
            throw new IllegalStateException("reading has not started");
        }
        return told;
    }
}
