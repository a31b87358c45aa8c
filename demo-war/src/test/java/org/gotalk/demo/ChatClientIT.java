package org.gotalk.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.gotalk.demo.peer.Cables;
import org.junit.jupiter.api.Test;

/** The example that chats from a terminal. */
class ChatClientIT extends DemoTest {

    private final String adasName = ChatWindow.newName("Ada");
    private final String gracesName = ChatWindow.newName("Grace");

    @Test
    void whatOneTypesTheOtherReads() throws Exception {
        try (Terminal ada = Terminal.enter(base, room, adasName);
                Terminal grace = Terminal.enter(base, room, gracesName)) {
            ada.awaitLine("* " + gracesName + " joined");

            ada.type("Hello Grace 👋");
            grace.awaitLine(adasName + ": Hello Grace 👋");
            grace.type("Hello Ada");
            ada.awaitLine(gracesName + ": Hello Ada");

            assertThat(ada.lines()).noneMatch(line -> line.contains("Hello Grace"));
        }
    }

    @Test
    void aLatecomerReadsWhatWasSaidBeforeAndWhoIsThere() throws Exception {
        try (Terminal ada = Terminal.enter(base, room, adasName)) {
            ada.type("one");
            ada.type("two");
            ada.type("/names");
            ada.awaitLine("* here: " + adasName);

            try (Terminal grace = Terminal.enter(base, room, gracesName)) {
                assertThat(grace.lines())
                        .containsExactly(
                                adasName + ": one",
                                adasName + ": two",
                                "* in " + room + ": " + adasName + ", " + gracesName);
            }
        }
    }

    @Test
    void aNewNameIsSeenByTheOthers() throws Exception {
        String newName = ChatWindow.newName("Admiral");
        try (Terminal ada = Terminal.enter(base, room, adasName);
                Terminal grace = Terminal.enter(base, room, gracesName)) {
            grace.type("/name " + newName);
            ada.awaitLine("* " + gracesName + " is now " + newName);
            grace.type("/name " + adasName);
            grace.awaitLine("* not done: the name \"" + adasName + "\" is taken");
            grace.type("aye");
            ada.awaitLine(newName + ": aye");
        }
    }

    @Test
    void theEndOfTheInputLeaves() throws Exception {
        try (Terminal ada = Terminal.enter(base, room, adasName)) {
            Terminal.enter(base, room, gracesName).close();
            ada.awaitLine("* " + gracesName + " left");
        }
    }

    @Test
    void whoseNameIsTakenIsToldSoAndEnds() throws Exception {
        try (Terminal ada = Terminal.enter(base, room, adasName);
                Terminal other = new Terminal(base, room, adasName)) {
            other.awaitLine("* not let in: the name \"" + adasName + "\" is taken; press Enter");
            other.type("");
            other.awaitEnd();
            assertThat(ada.lines()).hasSize(1);
        }
    }

    @Test
    void aLostConnectionComesBackAndNothingIsMissingOrDoubled() throws Exception {
        try (Terminal grace = Terminal.enter(base, room, gracesName);
                Cables cables = new Cables(base);
                Terminal ada = Terminal.enter(cables.application(), room, adasName)) {
            grace.type("before");
            ada.awaitLine(gracesName + ": before");

            cables.cut();
            grace.awaitLine("* " + adasName + " left");
            grace.type("meanwhile");

            ada.awaitLine("; trying again");
            ada.awaitLine("* in " + room + ": ");
            grace.awaitLine("* " + adasName + " joined");
            ada.type("here again");
            grace.awaitLine(adasName + ": here again");
            grace.type("good");
            ada.awaitLine(gracesName + ": good");

            assertThat(ada.lines())
                    .filteredOn(line -> line.startsWith(gracesName + ":"))
                    .containsExactly(gracesName + ": before", gracesName + ": meanwhile", gracesName + ": good");
        }
    }
}
