package org.gotalk.net;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.gotalk.CloseReason;
import org.gotalk.Handlers;
import org.gotalk.Limits;
import org.gotalk.Sock;
import org.gotalk.spi.Application;
import org.gotalk.testing.Certificates;
import org.gotalk.testing.Certificates.Holder;
import org.gotalk.testing.EchoedParts;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A socket of the JDK that is closed: in TLS 1.3 it says that it neither sends nor reads any more. */
class TlsCloseTest implements Application {

    private static final String GREETING = "01S000100000001a";

    private final CompletableFuture<CloseReason> end = new CompletableFuture<>();

    @AutoClose
    private final Gotalk server = Gotalk.builder()
            .application(this)
            .limits(Limits.builder().writeTimeout(Duration.ofMinutes(5)).build())
            .build();

    @Override
    public Handlers handlers() {
        return Handlers.create().handleStream("parts", EchoedParts::answer);
    }

    @Override
    public void closed(Sock sock, CloseReason reason) {
        end.complete(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void anAnswerToWhomHasGoneDoesNotKeepTheConnection(String version) throws Exception {
        Tls tls = Tls.defaults()
                .identity(Certificates.identity(Holder.LOCALHOST), Certificates.PASSWORD)
                .protocols(version);
        Listener listener =
                server.listen("tls://localhost:0", ListenOptions.defaults().tls(tls));
        try (Socket client = Certificates.context()
                .getSocketFactory()
                .createSocket("localhost", listener.address().getPort())) {
            client.getOutputStream().write("01s0001005parts00000001a".getBytes(ISO_8859_1));
            byte[] heard = new DataInputStream(client.getInputStream()).readNBytes(GREETING.length());
            assertThat(heard).asString(ISO_8859_1).isEqualTo(GREETING);
        }
        assertThat(end).succeedsWithin(Duration.ofSeconds(20));
    }
}
