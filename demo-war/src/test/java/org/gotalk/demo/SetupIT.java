package org.gotalk.demo;

import com.microsoft.playwright.Page;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.gotalk.demo.browser.BrowserTest;
import org.junit.jupiter.api.Test;

/** A page's set-up of its connections, with a server that refuses everything before a greeting. */
@BrowserTest
class SetupIT extends DemoTest {

    private static final String JOINING_TWICE = """
            async ([room, ...names]) => {
              const told = [];
              const key = String(Math.random());
              const other = gotalk.Sock(gotalk.Handlers());
              other.on('waiting', ({ error }) => error && told.push(error.message));
              other.setup(async (connection) => {
                const { name } = await connection.request('chat/hello', { name: names.shift(), key });
                told.push(name);
              });
              for (let i = 0; i < 2; i++) {
                const joined = other.request('chat/join', room);
                if (i === 0) other.openKeepAlive();
                told.push((await joined).room);
                const closed = new Promise((done) => other.once('close', done));
                other.ws.close();
                await closed;
              }
              other.end();
              return told;
            }
            """;

    @Test
    void whatWaitsMeetsAServerThatKnowsThePage(Page page) {
        String taken = ChatWindow.newName("Ada");
        String free = ChatWindow.newName("Ida");
        enter(page, taken);

        Object told = page.evaluate(JOINING_TWICE, List.of(room, taken, free, free));

        Assertions.assertThat(told)
                .isEqualTo(List.of("the set-up failed: the name \"" + taken + "\" is taken", free, room, free, room));
    }
}
