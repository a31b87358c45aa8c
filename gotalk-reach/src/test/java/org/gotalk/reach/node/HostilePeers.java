package org.gotalk.reach.node;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.gotalk.CloseReason;
import org.gotalk.Handlers;
import org.gotalk.Sock;
import org.gotalk.reach.Member;
import org.gotalk.reach.Reach;
import org.gotalk.reach.ReachApplication;
import org.gotalk.test.RawPeer;

/** What the tests of breaks share. */
final class HostilePeers {

    private HostilePeers() {}

    static RawPeer request(RawPeer raw, String id, String name, String json) {
        int length = json.getBytes(UTF_8).length;
        return raw.send("r" + id + "%03x%s%08x".formatted(name.length(), name, length) + json);
    }

    static String resume(String key, String got) {
        return "{\"session\":\"" + key + "\",\"resume\":{\"got\":" + got + "}}";
    }

    /** How many keys of sessions a node knows. */
    static int sessions(ReachNode reach) {
        return reach.keysOfSessions();
    }

    static class Noted implements ReachApplication {
        final List<String> events = new CopyOnWriteArrayList<>();

        @Override
        public Handlers handlers() {
            return Handlers.create();
        }

        @Override
        public void start(Reach started) {}

        @Override
        public void left(Sock peer, Member member) {
            events.add("left " + member.room());
        }

        @Override
        public void closed(Sock peer, CloseReason reason) {
            events.add("closed");
        }
    }
}
