package org.gotalk.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import org.gotalk.reach.Keep;
import org.gotalk.redis.engine.Engine;
import org.gotalk.redis.engine.RawRedis;
import org.gotalk.testing.Certificates;
import org.gotalk.testing.Certificates.Holder;
import org.gotalk.testing.LogLines;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SecurityTest {

    private static final String TRUST = "javax.net.ssl.trustStore";
    private static final String TRUST_PASSWORD = "javax.net.ssl.trustStorePassword";

    /** The user of docs/reach.md. */
    private static final String USER =
            "ACL SETUSER gotalk on >p@ss ~gotalk:* resetchannels &gotalk:* +@all -@admin -@dangerous +info";

    @TempDir
    private Path folder;

    @AfterEach
    void forgetTrust() {
        System.clearProperty(TRUST);
        System.clearProperty(TRUST_PASSWORD);
    }

    @Test
    void aUserOfTheEngineWithFewPermissionsIsEnough() throws Exception {
        try (Engine engine = startWith(USER);
                Node node = new Node("redis://gotalk:p%40ss@127.0.0.1:" + engine.port() + "/2", "shop")) {
            assertWorks(node);
        }
    }

    @Test
    void aWrongPasswordIsSaidButNotShown() throws Exception {
        try (LogLines lines = new LogLines("org.gotalk.redis");
                Engine engine = startWith(USER);
                Node node = new Node("redis://gotalk:geheim@127.0.0.1:" + engine.port(), "shop")) {
            assertThat(lines.next())
                    .contains("127.0.0.1:" + engine.port(), "WRONGPASS")
                    .doesNotContain("geheim");
            assertThat(lines.further()).noneMatch(line -> line.contains("geheim"));
            assertThat(node.publish("r:one", "waits", Keep.NOTHING).toCompletableFuture())
                    .isNotDone();
        }
    }

    @Test
    void aMissingPermissionIsSaid() throws Exception {
        try (LogLines lines = new LogLines("org.gotalk.redis");
                Engine engine = startWith("ACL SETUSER gotalk on >p ~gotalk:* resetchannels &other:* +@all");
                Node node = new Node("redis://gotalk:p@127.0.0.1:" + engine.port(), "shop")) {
            assertThat(lines.next()).contains("(messages)", "NOPERM");
            assertThat(node.broker().subscribe("r:one").toCompletableFuture()).isNotDone();
        }
    }

    @Test
    void tlsIsSpokenWithAnEngineThatTheJdkTrusts() throws Exception {
        trust(Certificates.authority());
        int port = Engine.freePort();
        try (Engine engine = startWithTls(port);
                Node node = new Node("rediss://localhost:" + port, "shop")) {
            assertThat(engine.port()).isNotEqualTo(port);
            assertWorks(node);
        }
    }

    @Test
    void anEngineThatTheJdkDoesNotTrustIsNotSpokenTo() throws Exception {
        trust(Certificates.strangeAuthority());
        int port = Engine.freePort();
        try (LogLines lines = new LogLines("org.gotalk.redis");
                Engine engine = startWithTls(port);
                Node node = new Node("rediss://localhost:" + port, "shop")) {
            assertThat(lines.next()).contains("unable to find valid certification path");
            assertThat(engine.port()).isNotEqualTo(port);
            assertThat(node.publish("r:one", "waits", Keep.NOTHING).toCompletableFuture())
                    .isNotDone();
        }
    }

    private static void assertWorks(Node node) throws Exception {
        node.subscribe("r:one");
        Node.await(node.publish("r:one", "said", Keep.RECENT));
        assertThat(node.nextArrival()).isEqualTo("said");
        node.join("r:one", "m1");
        Node.await(node.presence().beat());
        assertThat(node.members("r:one")).containsExactly("m1");
        Node.await(node.broker().tell(node.name(), new byte[0]));
        assertThat(node.nextEvent()).isEqualTo("told ");
    }

    private static Engine startWith(String user) throws Exception {
        Engine engine = Engine.start();
        try (RawRedis operator = engine.connect()) {
            operator.say(user.split(" ", -1));
        }
        return engine;
    }

    private Engine startWithTls(int port) throws Exception {
        Path certificate =
                Files.writeString(folder.resolve("chain.pem"), Certificates.pem(Certificates.chain(Holder.LOCALHOST)));
        Path key = Files.writeString(
                folder.resolve("key.pem"),
                Certificates.pem(
                        "PRIVATE KEY", Certificates.key(Holder.LOCALHOST).getEncoded()));
        return Engine.startWithTls(port, certificate, key);
    }

    private void trust(KeyStore authority) throws Exception {
        Path file = folder.resolve("trust.p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            authority.store(out, Certificates.PASSWORD);
        }
        System.setProperty(TRUST, file.toString());
        System.setProperty(TRUST_PASSWORD, new String(Certificates.PASSWORD));
    }
}
