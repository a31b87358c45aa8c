package org.gotalk.demo.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import org.gotalk.OperationException;
import org.junit.jupiter.api.Test;

class NamesTest {

    private final Chat chat = new Chat(Clock.systemUTC(), file -> {});
    private final RecordingSock ada = new RecordingSock();
    private final RecordingSock other = new RecordingSock();

    @Test
    void aNameBelongsToOnePersonWhateverItsCase() {
        chat.hello(ada, "Ada", "key-1");

        assertThatThrownBy(() -> chat.hello(other, "ADA", "key-2"))
                .isInstanceOf(OperationException.class)
                .hasMessage("the name \"ADA\" is taken");
    }

    @Test
    void aNameIsFreeAgainWhenItsOwnerHasGone() {
        chat.hello(ada, "Ada", "key-1");
        chat.gone(ada);

        assertThat(chat.hello(other, "Ada", "key-2").name()).isEqualTo("Ada");
    }

    @Test
    void aNameIsFreeAgainWhenItsOwnerTookAnother() {
        chat.hello(ada, "Ada", "key-1");
        chat.rename(ada, "Countess");

        assertThat(chat.hello(other, "Ada", "key-2").name()).isEqualTo("Ada");
    }

    @Test
    void theOwnerMayChangeTheCaseOfAName() {
        chat.hello(ada, "ada", "key-1");

        assertThat(chat.rename(ada, "Ada")).isEqualTo("Ada");
    }

    @Test
    void aRefusedNewNameLeavesTheOldOne() {
        chat.hello(ada, "Ada", "key-1");
        chat.hello(other, "Grace", "key-2");

        assertThatThrownBy(() -> chat.rename(other, "Ada")).isInstanceOf(OperationException.class);
        assertThat(chat.join(other, "Lobby").people()).containsExactly("Grace");
    }

    @Test
    void whoComesBackWithTheKeyReplacesTheOldConnection() {
        chat.hello(ada, "Ada", "key-1");
        chat.join(ada, "Lobby");

        chat.hello(other, "Ada", "key-1");

        assertThat(ada.isOpen()).isFalse();
        assertThat(chat.join(other, "Lobby").people()).containsExactly("Ada");
    }

    @Test
    void theEndOfAReplacedConnectionDoesNotTakeTheNewOneAway() {
        chat.hello(ada, "Ada", "key-1");
        chat.hello(other, "Ada", "key-1");

        chat.gone(ada);

        assertThat(chat.join(other, "Lobby").people()).containsExactly("Ada");
    }

    @Test
    void aConnectionSaysHelloOnce() {
        chat.hello(ada, "Ada", "key-1");

        assertThatThrownBy(() -> chat.hello(ada, "Countess", "key-1"))
                .isInstanceOf(OperationException.class)
                .hasMessage("you said hello already; chat/rename changes your name");
    }
}
