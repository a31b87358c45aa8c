package org.gotalk.interop;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gotalk.Sock;
import org.gotalk.conformance.Role;
import org.gotalk.net.Gotalk;

/**
 * Over two pipes of the operating system, as between processes. A Java peer that is the client takes them over before the
 * test has said anything, one that is the server after its first byte.
 */
final class StreamMeetings implements Meetings {

    private final Role role;
    private final Gotalk gotalk;

    StreamMeetings(Role role, Terms terms) {
        this.role = role;
        gotalk = terms.gotalk();
    }

    @Override
    public RawEnd next() throws IOException {
        Pipe toPeer = Pipe.open();
        Pipe toTest = Pipe.open();
        Begin begin = new Begin(() -> {
            InputStream in = Channels.newInputStream(toPeer.source());
            Sock unused = gotalk.adopt(in, Channels.newOutputStream(toTest.sink()), "test");
        });
        if (role == Role.CLIENT) {
            begin.now();
        }
        return RawEnd.of(
                begin.atFirstRead(Channels.newInputStream(toTest.source())),
                begin.afterFirstByte(Channels.newOutputStream(toPeer.sink())),
                () -> {
                    toPeer.sink().close();
                    toTest.source().close();
                });
    }

    @Override
    public void close() {
        gotalk.close();
    }

    /** Happens once. */
    private record Begin(AtomicBoolean done, Runnable action) {

        Begin(Runnable action) {
            this(new AtomicBoolean(), action);
        }

        void now() {
            if (done.compareAndSet(false, true)) {
                action.run();
            }
        }

        InputStream atFirstRead(InputStream stream) {
            return new FilterInputStream(stream) {
                @Override
                public int read(byte[] bytes, int offset, int length) throws IOException {
                    now();
                    return in.read(bytes, offset, length);
                }
            };
        }

        OutputStream afterFirstByte(OutputStream stream) {
            return new FilterOutputStream(stream) {
                @Override
                public void write(byte[] bytes, int offset, int length) throws IOException {
                    out.write(bytes, offset, 1);
                    now();
                    out.write(bytes, offset + 1, length - 1);
                }
            };
        }
    }
}
