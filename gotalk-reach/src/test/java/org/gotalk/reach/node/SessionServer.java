package org.gotalk.reach.node;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import org.gotalk.Handlers;
import org.gotalk.Sock;
import org.gotalk.reach.Member;
import org.gotalk.reach.Reach;
import org.gotalk.reach.ReachApplication;
import org.gotalk.reach.Resumed;
import org.gotalk.reach.SessionLimits;
import org.gotalk.test.TestServer;
import org.gotalk.testing.ManualScheduler;

/** A server with sessions of 2 minutes, and what its application hears. */
final class SessionServer implements AutoCloseable {

    private static final Pattern SAID = Pattern.compile("n004said[0-9a-f]{8}(\"[^\"]*\"|[0-9]+)");

    final List<String> events = new CopyOnWriteArrayList<>();
    final List<String> heard = new CopyOnWriteArrayList<>();
    /** Handlers of {@code slow} wait for it. */
    final CountDownLatch slow = new CountDownLatch(1);

    final ManualScheduler time = new ManualScheduler();
    final ReachNode reach = ReachNode.builder()
            .scheduler(time)
            .executor(Runnable::run)
            .sessions(new SessionLimits(Duration.ofMinutes(2), 20, 10_000, 24_000))
            .build();
    final TestServer server = TestServer.application(reach.around(new Chat())).start();

    /** A peer that has said hello. */
    RawSession begin(String user) {
        return new RawSession(server, user).begin();
    }

    static Sock sock(RawSession peer) {
        return peer.connection().serverSide();
    }

    /** The values of what has come under the name {@code said} over the present connection. */
    static List<String> said(RawSession peer) {
        return SAID.matcher(peer.heard()).results().map(match -> match.group(1)).toList();
    }

    void join(RawSession peer, String room) {
        reach.rooms().join(sock(peer), room);
    }

    void say(String room, Object value) {
        reach.rooms().of(room).notify("said", value);
    }

    int members(String room) {
        return reach.rooms().of(room).count();
    }

    @Override
    public void close() {
        server.close();
        reach.close();
    }

    private final class Chat implements ReachApplication {

        @Override
        public Handlers handlers() {
            Handlers handlers = Handlers.create();
            handlers.handleNotification("heard", Integer.class, (peer, number) -> heard.add("" + number));
            handlers.handleBufferNotification("slow", (peer, name, nothing) -> slow.await());
            return handlers;
        }

        @Override
        public void start(Reach started) {}

        @Override
        public void joined(Sock peer, Member member) {
            events.add("joined " + member.room());
        }

        @Override
        public void left(Sock peer, Member member) {
            events.add("left " + member.room());
        }

        @Override
        public void resumed(Resumed resumed) {
            events.add("resumed " + resumed.recovered() + " " + resumed.rooms());
        }
    }
}
