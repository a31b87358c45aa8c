package org.gotalk.cdi.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.gotalk.CloseReason.Code;
import org.gotalk.cdi.examples.Newsroom.Article;
import org.gotalk.test.As;
import org.gotalk.test.GotalkExtension;
import org.gotalk.test.RawPeer;
import org.gotalk.test.TestPeer;
import org.gotalk.test.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class NewsroomTest {

    private static final Article SNOW = new Article("Snow");

    @RegisterExtension
    final GotalkExtension gotalk =
            TestServer.beans(Newsroom.class).manualClock().extension();

    private final TestPeer ann = gotalk.peer().as("ann", "editors").connect();
    private final TestPeer visitor = gotalk.connect();

    @Test
    void whatAnEditorPublishesReachesEverybody() {
        ann.request("publish", SNOW);

        assertThat(visitor.awaitNotification("published", Article.class)).isEqualTo(SNOW);
    }

    @Test
    void othersDoNotPublish(@As(value = "bob", roles = "readers") TestPeer bob) {
        assertThat(bob.requestError("publish", SNOW).code()).contains("forbidden");

        gotalk.settle();
        assertThat(visitor.notifications()).isEmpty();
    }

    @Test
    void anArticleNeedsATitle() {
        assertThat(ann.requestError("publish", new Article(" ")).code()).contains("no-title");
    }

    @Test
    void theNewsIsOutBeforeTheResult() {
        ann.request("publish", SNOW);

        assertThat(ann.recorder().frames())
                .endsWith(
                        "> request 0000 \"publish\" {\"title\":\"Snow\"}",
                        "< notification \"published\" {\"title\":\"Snow\"}",
                        "< result 0000 2");
    }

    @Test
    void anEditorIsOutWhenTheSignInExpires() {
        ann.serverSide().expiresAt(gotalk.clock().now().plus(Duration.ofMinutes(5)));

        gotalk.clock().advance(Duration.ofMinutes(6));

        assertThat(ann.awaitClosed().code()).isEqualTo(Code.EXPIRED);
    }

    @Test
    void aPeerThatBreaksTheProtocolHarmsNobody(RawPeer eve) {
        eve.send("01").send("r0001007publish0000000c{\"title\":").send("}}}}").send("nonsense");
        eve.awaitClosed();
        gotalk.settle();

        assertThat(ann.request("publish", SNOW, int.class)).isEqualTo(2);
    }
}
