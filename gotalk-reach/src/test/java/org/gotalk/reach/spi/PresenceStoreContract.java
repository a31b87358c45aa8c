package org.gotalk.reach.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What holds for every {@link PresenceStore}. */
@Timeout(60)
public abstract class PresenceStoreContract {

    private static final long LONGEST_SECONDS = 20;

    private PresenceStore store;

    /** A store that is not started. */
    protected abstract PresenceStore newStore();

    @BeforeEach
    void start() {
        store = newStore();
        store.start("node-a");
    }

    @AfterEach
    void end() {
        store.close();
    }

    @Test
    void thosePresentAreListedInTheOrderOfTheirComing() throws Exception {
        for (int i = 1; i <= 5; i++) {
            join("r:one", "m" + i);
        }

        assertThat(ids(10)).containsExactly("m1", "m2", "m3", "m4", "m5");
        assertThat(ids(2)).containsExactly("m1", "m2");
        assertThat(count("r:one")).isEqualTo(5);
    }

    @Test
    void whoIsThereOnceMoreHasNewInformationAtTheSamePlace() throws Exception {
        join("r:one", "m1");
        join("r:one", "m2");

        await(store.join("r:one", new Presence("m1", "ann", new byte[] {7})));

        List<Presence> members = await(store.members("r:one", 10));
        assertThat(members).extracting(Presence::id).containsExactly("m1", "m2");
        assertThat(members.get(0).user()).isEqualTo("ann");
        assertThat(members.get(0).info()).containsExactly(7);
    }

    @Test
    void whoLeavesIsGone() throws Exception {
        join("r:one", "m1");
        join("r:one", "m2");

        await(store.leave("r:one", "m1"));
        await(store.leave("r:one", "m9"));

        assertThat(ids(10)).containsExactly("m2");
    }

    @Test
    void subjectsAreByThemselves() throws Exception {
        join("r:one", "m1");
        join("u:one", "m2");

        assertThat(ids(10)).containsExactly("m1");
        assertThat(count("u:one")).isEqualTo(1);
        assertThat(count("r:two")).isZero();
    }

    @Test
    void aNodeThatBeatsKeepsItsMembers() throws Exception {
        join("r:one", "m1");

        await(store.beat());

        assertThat(count("r:one")).isEqualTo(1);
    }

    private void join(String subject, String id) throws Exception {
        await(store.join(subject, new Presence(id, "", new byte[0])));
    }

    private List<String> ids(int limit) throws Exception {
        return await(store.members("r:one", limit)).stream().map(Presence::id).toList();
    }

    private int count(String subject) throws Exception {
        return await(store.count(subject));
    }

    private static <T> T await(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(LONGEST_SECONDS, TimeUnit.SECONDS);
    }
}
