package org.gotalk.demo.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.gotalk.OperationException;
import org.gotalk.Sock;
import org.gotalk.cdi.OpenSocks;
import org.gotalk.cdi.Operation;
import org.gotalk.net.Gotalk;

/** Says to peers who they are. */
@ApplicationScoped
public class Desk {

    private static final long LONGEST_SECONDS = 20;

    @Inject
    Caller caller;

    @Inject
    Newsroom newsroom;

    @Inject
    OpenSocks everybody;

    @Inject
    Gotalk gotalk;

    private final CyclicBarrier two = new CyclicBarrier(2);

    @Operation("who am I")
    String who() {
        return caller.nameAndRole();
    }

    /** Goes on only when another call of it is under way. */
    @Operation("who am I beside another")
    String besideAnother() throws InterruptedException {
        String before = caller.nameAndRole();
        try {
            two.await(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (BrokenBarrierException | TimeoutException e) {
            throw new OperationException("no other call came");
        }
        String after = caller.nameAndRole();
        return before.equals(after) ? before : before + " and then " + after;
    }

    /** What is done with another peer's answer is done for that peer. It is told when to answer. */
    @Operation("who answers")
    CompletionStage<String> whoAnswers(String id) {
        Sock other = find(id);
        CompletionStage<String> answer =
                other.requestAsync("say something", "", String.class).thenApply(said -> caller.nameAndRole());
        other.notify("now", "");
        return answer;
    }

    @Operation("send away")
    void sendAway(String id) {
        find(id).close();
    }

    @Operation("have it published")
    String havePublished(String article) {
        return newsroom.publish(article);
    }

    /** Where peers come in without a WebSocket. */
    @Operation("doors")
    List<String> doors() {
        return gotalk.listeners().stream()
                .map(listener -> listener.address().toString())
                .toList();
    }

    private Sock find(String id) {
        return everybody.stream().filter(sock -> sock.id().equals(id)).findAny().orElseThrow();
    }
}
