package org.gotalk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What a set of handlers finds for a name: its own, that of the set behind it, or a fallback. */
class SubHandlersTest {

    private static final NotificationHandler NOTIFIED = (peer, name, payload) -> {};
    private static final NotificationHandler OTHER = (peer, name, payload) -> {};
    private static final StreamHandler STREAM = (peer, request, result) -> CompletableFuture.completedStage(null);

    private final RequestHandler first = handler();
    private final RequestHandler second = handler();
    private final Handlers parent = Handlers.create();
    private final Handlers child = parent.subHandlers();

    @Test
    void whatASetLacksIsLookedUpBehindIt() {
        parent.handleBuffer("op", first).handleBufferNotification("note", NOTIFIED);
        assertThat(child.findRequestHandler("op")).containsSame(first);
        assertThat(child.findNotificationHandler("note")).containsSame(NOTIFIED);
        assertThat(child.operations()).containsExactly("op");
        assertThat(child.notifications()).containsExactly("note");
    }

    @Test
    void whatIsInFrontIsNotSeenFromBehind() {
        child.handleBuffer("op", first).handleBufferNotification("note", NOTIFIED);
        assertThat(parent.findRequestHandler("op")).isEmpty();
        assertThat(parent.findNotificationHandler("note")).isEmpty();
        assertThat(parent.operations()).isEmpty();
    }

    @Test
    void aNameInFrontWins() {
        parent.handleBuffer("op", first).handleBufferNotification("note", NOTIFIED);
        child.handleBuffer("op", second).handleBufferNotification("note", OTHER);
        assertThat(child.findRequestHandler("op")).containsSame(second);
        assertThat(child.findNotificationHandler("note")).containsSame(OTHER);
        assertThat(child.operations()).containsExactly("op");
    }

    @Test
    void aNameInFrontWinsWhateverItsKind() {
        parent.handleBuffer("op", first);
        child.handleStream("op", STREAM);
        assertThat(child.findRequestHandler("op")).isEmpty();
        assertThat(child.findStreamHandler("op")).containsSame(STREAM);
    }

    @Test
    void setsLieInFrontOfEachOtherAsDeepAsOneLikes() {
        parent.handleBuffer("op", first);
        Handlers grandchild = child.subHandlers().subHandlers();
        assertThat(grandchild.findRequestHandler("op")).containsSame(first);
        assertThat(grandchild.operations()).containsExactly("op");
    }

    @Test
    void aRemovedNameShowsWhatIsBehindIt() {
        parent.handleBuffer("op", first).handleBufferNotification("note", NOTIFIED);
        child.handleBuffer("op", second).handleBufferNotification("note", OTHER);
        assertThat(child.remove("op")).isTrue();
        assertThat(child.removeNotification("note")).isTrue();
        assertThat(child.findRequestHandler("op")).containsSame(first);
        assertThat(child.findNotificationHandler("note")).containsSame(NOTIFIED);
    }

    @Test
    void onlyWhatASetHasItselfIsRemovedFromIt() {
        parent.handleBuffer("op", first);
        assertThat(child.remove("op")).isFalse();
        assertThat(child.removeNotification("note")).isFalse();
        assertThat(parent.remove("op")).isTrue();
        assertThat(child.findRequestHandler("op")).isEmpty();
    }

    @Test
    void aRemovedNameMayBeAddedAgain() {
        parent.handleBuffer("op", first);
        parent.remove("op");
        parent.handleBuffer("op", second);
        assertThat(parent.findRequestHandler("op")).containsSame(second);
    }

    @Test
    void aFallbackHandlesWhatHasNoHandler() {
        parent.handleBuffer("op", first).handleFallback(second).handleNotificationFallback(NOTIFIED);
        assertThat(parent.findRequestHandler("op")).containsSame(first);
        assertThat(parent.findRequestHandler("other")).containsSame(second);
        assertThat(parent.findNotificationHandler("any")).containsSame(NOTIFIED);
        assertThat(parent.operations()).containsExactly("op");
    }

    @Test
    void theNamesBehindComeBeforeTheFallbackInFront() {
        parent.handleBuffer("op", first).handleBufferNotification("note", NOTIFIED);
        child.handleFallback(second).handleNotificationFallback(OTHER);
        assertThat(child.findRequestHandler("op")).containsSame(first);
        assertThat(child.findNotificationHandler("note")).containsSame(NOTIFIED);
        assertThat(child.findRequestHandler("other")).containsSame(second);
        assertThat(child.findNotificationHandler("other")).containsSame(OTHER);
    }

    @Test
    void theFallbackInFrontComesBeforeTheOneBehind() {
        parent.handleFallback(first).handleNotificationFallback(NOTIFIED);
        assertThat(child.findRequestHandler("any")).containsSame(first);
        assertThat(child.findNotificationHandler("any")).containsSame(NOTIFIED);
        child.handleFallback(second).handleNotificationFallback(OTHER);
        assertThat(child.findRequestHandler("any")).containsSame(second);
        assertThat(child.findNotificationHandler("any")).containsSame(OTHER);
    }

    @Test
    void aStreamFallbackLeavesKnownOperationsOfTheOtherKindAlone() {
        parent.handleBuffer("op", first).handleStreamFallback(STREAM);
        assertThat(parent.findStreamHandler("op")).isEmpty();
        assertThat(parent.findStreamHandler("other")).containsSame(STREAM);
    }

    @Test
    void aStreamFallbackInFrontHidesTheRequestFallbackBehindIt() {
        parent.handleFallback(first);
        child.handleStreamFallback(STREAM);
        assertThat(child.findRequestHandler("any")).isEmpty();
        assertThat(child.findStreamHandler("any")).containsSame(STREAM);
    }

    @Test
    void aStreamFallbackBehindIsFound() {
        parent.handleStreamFallback(STREAM);
        assertThat(child.findStreamHandler("any")).containsSame(STREAM);
    }

    @Test
    void reservedNamesNeverReachAFallback() {
        child.handleFallback(first).handleStreamFallback(STREAM).handleNotificationFallback(NOTIFIED);
        assertThat(child.findRequestHandler("$gotalk/cancel")).isEmpty();
        assertThat(child.findStreamHandler("$gotalk/cancel")).isEmpty();
        assertThat(child.findNotificationHandler("$gotalk/credit")).isEmpty();
    }

    @Test
    void aSetHasOneFallbackOfAKind() {
        parent.handleFallback(first).handleStreamFallback(STREAM).handleNotificationFallback(NOTIFIED);
        assertThatIllegalStateException()
                .isThrownBy(() -> parent.handleFallback(second))
                .withMessage("duplicate fallback for requests");
        assertThatIllegalStateException()
                .isThrownBy(() -> parent.handleStreamFallback(STREAM))
                .withMessage("duplicate fallback for streams");
        assertThatIllegalStateException()
                .isThrownBy(() -> parent.handleNotificationFallback(OTHER))
                .withMessage("duplicate fallback for notifications");
    }

    /** A new object each time: lambdas that are alike may be one. */
    private static RequestHandler handler() {
        byte[] result = new byte[1];
        return (peer, operation, payload) -> CompletableFuture.completedFuture(result);
    }
}
