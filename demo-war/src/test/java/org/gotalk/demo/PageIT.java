package org.gotalk.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.File;
import java.net.URI;
import org.gotalk.demo.browser.BrowserTest;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@BrowserTest
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class PageIT {

    @Deployment(testable = false)
    static WebArchive demo() {
        return ShrinkWrap.createFromZipFile(WebArchive.class, new File("target/gotalk-demo.war"));
    }

    @Test
    void opensTheDemo(@ArquillianResource URI base, Page page) {
        page.navigate(base.toString());

        assertThat(page.title()).endsWith("Gotalk chat");
    }
}
