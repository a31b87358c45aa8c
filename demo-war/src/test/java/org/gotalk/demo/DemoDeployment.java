package org.gotalk.demo;

import java.io.File;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The demo as it was built, for deployment under test. */
public final class DemoDeployment {

    private DemoDeployment() {}

    public static WebArchive archive() {
        return ShrinkWrap.createFromZipFile(WebArchive.class, new File("target/gotalk-demo.war"));
    }
}
