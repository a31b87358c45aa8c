package org.gotalk.jakarta;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.gotalk.GenericType;
import org.gotalk.Handlers;
import org.gotalk.Sock;
import org.gotalk.demo.peer.Clients;
import org.gotalk.demo.peer.RawClient;
import org.gotalk.net.Gotalk;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Rooms and users of beans in a container. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class RoomsIT {

    private static final long LONGEST_SECONDS = 30;

    private final Map<Sock, BlockingQueue<String>> heard = new ConcurrentHashMap<>();

    @AutoClose
    private final Gotalk clients = Gotalk.builder()
            .handlers(Handlers.create()
                    .handleNotification(
                            "said", String.class, (peer, text) -> heardBy(peer).add(text)))
            .build();

    @ArquillianResource
    private URI base;

    @Deployment(testable = false)
    static WebArchive archive() {
        return Archives.servingBeans(RoomBeans.class, RoomBeans.Talk.class, RoomBeans.Doors.class);
    }

    @Test
    void membersAreToldInOneOrder() throws Exception {
        Sock ann = connectAs("ann");
        Sock bob = connectAs("bob");
        join(ann, "hall");
        join(bob, "hall");

        ann.request("say", "one");
        bob.request("say", "two");
        ann.request("say to others", "three");
        bob.request("say", "four");

        assertThat(heard(ann, 3)).containsExactly("one", "two", "four");
        assertThat(heard(bob, 4)).containsExactly("one", "two", "three", "four");
    }

    @Test
    void whoJoinsReadsWhatWasSaidBefore() throws Exception {
        Sock ann = connectAs("ann");
        Sock bob = connectAs("bob");
        join(ann, "hall");
        ann.request("say", "before");
        assertThat(heard(ann, 1)).containsExactly("before");

        assertThat(join(bob, "hall")).contains("before");
        ann.request("say", "after");

        assertThat(heard(bob, 1)).containsExactly("after");
    }

    @Test
    void whoComesAndGoesIsToldAsItself() throws Exception {
        Sock ann = connectAs("ann");
        Sock bob = connectAs("bob");
        Sock cy = connectAs("cy");
        join(ann, "porch");
        assertThat(heard(ann, 1)).containsExactly("ann joined porch");

        join(bob, "hall");
        bob.request("leave", "hall");
        join(cy, "hall");
        assertThat(members("hall", ann)).containsExactly("cy");
        cy.close();

        assertThat(heard(ann, 4)).containsExactly("bob joined hall", "bob left hall", "cy joined hall", "cy left hall");
        assertThat(members("hall", ann)).isEmpty();
    }

    @Test
    void usersAreReachedOverAllConnections() throws Exception {
        Sock one = connectAs("dee");
        Sock two = connectAs("dee");

        assertThat(one.request("mail", "dee", boolean.class)).isTrue();
        assertThat(one.request("mail", "nobody here", boolean.class)).isFalse();

        assertThat(heard(one, 1)).containsExactly("mail");
        assertThat(heard(two, 1)).containsExactly("mail");
    }

    @Test
    void aPeerJoinsByItselfWhereABeanLetsIt() throws Exception {
        try (RawClient peer = RawClient.connected(base)) {
            peer.says("r000100c$gotalk/join00000006\"hall\"").hears("E0001");
            assertThat(peer.nextPayload()).contains("not allowed");
            peer.says("r0002004i am00000003\"e\"").hears("R000200000000");
            peer.says("r000300c$gotalk/join00000006\"hall\"").hears("R0003");
            assertThat(peer.nextPayload()).startsWith("{\"position\":\"");
            peer.says("r0004003say00000003\"x\"").hears("n004said00000003\"x\"");
        }
    }

    private Sock connectAs(String user) {
        Sock sock = clients.connect(Clients.endpoint(base, "gotalk"));
        sock.request("i am", user);
        return sock;
    }

    private static List<String> join(Sock sock, String room) {
        return sock.request("join", room, new GenericType<List<String>>() {});
    }

    private static List<String> members(String room, Sock asking) {
        return asking.request("members", room, new GenericType<List<String>>() {});
    }

    private BlockingQueue<String> heardBy(Sock sock) {
        return heard.computeIfAbsent(sock, unused -> new LinkedBlockingQueue<>());
    }

    private List<String> heard(Sock sock, int count) throws InterruptedException {
        String[] texts = new String[count];
        for (int i = 0; i < count; i++) {
            texts[i] = String.valueOf(heardBy(sock).poll(LONGEST_SECONDS, TimeUnit.SECONDS));
        }
        return List.of(texts);
    }
}
