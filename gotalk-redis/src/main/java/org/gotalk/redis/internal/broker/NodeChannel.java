package org.gotalk.redis.internal.broker;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.gotalk.redis.internal.data.Keys.bytes;

import java.util.Arrays;
import java.util.concurrent.CompletionStage;
import org.gotalk.redis.internal.data.Keys;
import org.gotalk.redis.internal.data.Script;
import org.gotalk.redis.internal.link.Command;
import org.gotalk.redis.internal.link.EngineLinks;
import org.jspecify.annotations.Nullable;

/**
 * The channel of one node: what others tell it, and what it tells itself to see whether messages still arrive. An engine
 * or a network that has forgotten a subscriber would else never be noticed by it. For the engine thread alone, but for
 * {@link #arrives}.
 */
final class NodeChannel {

    private static final byte TOLD = 't';
    private static final byte PROBE = 'p';

    private final EngineLinks links;
    private final Keys keys;
    private final String name;
    private final String probe;
    private long lastSent;
    private volatile long lastArrived;
    private long missed; // the first probe that has not arrived
    private long missedSince; // in nanoseconds; 0 for none

    /** @param incarnation of the node; a probe of another one is not ours */
    NodeChannel(EngineLinks links, Keys keys, String node, String incarnation) {
        this.links = links;
        this.keys = keys;
        this.name = keys.node(node);
        this.probe = (char) PROBE + incarnation + ' ';
    }

    String name() {
        return name;
    }

    Command tell(String node, byte[] message) {
        byte[] told = new byte[1 + message.length];
        told[0] = TOLD;
        System.arraycopy(message, 0, told, 1, message.length);
        return command(keys.node(node), told);
    }

    /** What was told; null if a message is a probe. */
    static byte @Nullable [] told(byte[] message) {
        return message.length > 0 && message[0] == TOLD ? Arrays.copyOfRange(message, 1, message.length) : null;
    }

    /** There is a new connection for messages. */
    void reset() {
        missedSince = 0;
    }

    /** Sends a probe. */
    void probe() {
        if (links.commands().isOpen() && links.messages().isOpen()) {
            long number = ++lastSent;
            Command command = command(name, (probe + number).getBytes(ISO_8859_1));
            CompletionStage<?> unused = command.answer().thenAccept(sent -> sent(number));
            links.commands().send(command);
        }
    }

    /** Gives up a connection for messages on which no probe has arrived for too long, unless it is not read. */
    void check() {
        if (missedSince == 0) {
            return;
        }
        if (lastArrived >= missed || links.messages().isPaused()) {
            missedSince = 0;
        } else if (System.nanoTime() - missedSince > links.timings().silence().toNanos()) {
            missedSince = 0;
            links.messages().giveUp("messages do not arrive any more");
        }
    }

    /** The engine has taken a probe, which is about to arrive, if it has not already. */
    private void sent(long number) {
        if (missedSince == 0 && lastArrived < number) {
            missed = number;
            missedSince = System.nanoTime();
        }
    }

    /** Any message arrives; on any thread. */
    void arrives(byte[] message) {
        if (message.length > probe.length() && message[0] == PROBE) {
            String text = new String(message, ISO_8859_1);
            if (text.startsWith(probe)) {
                lastArrived = Long.parseLong(text.substring(probe.length()));
            }
        }
    }

    private static Command command(String channel, byte[] message) {
        return Command.once(Script.TELL, new byte[][] {bytes(channel)}, message);
    }
}
