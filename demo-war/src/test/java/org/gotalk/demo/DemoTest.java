package org.gotalk.demo;

import com.microsoft.playwright.Page;
import java.io.File;
import java.net.URI;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.ExtendWith;

/** Deploys the demo as it was built, for tests that use it from outside, and gives each a room of its own. */
@ExtendWith(ArquillianExtension.class)
public abstract class DemoTest {

    final String room = ChatWindow.newRoom();

    @ArquillianResource
    protected URI base;

    @Deployment(testable = false)
    static WebArchive demo() {
        return ShrinkWrap.createFromZipFile(WebArchive.class, new File("target/gotalk-demo.war"));
    }

    ChatWindow enter(Page page) {
        return enter(page, ChatWindow.newName("Ada"));
    }

    ChatWindow enter(Page page, String name) {
        return ChatWindow.enter(page, base, room, name);
    }
}
