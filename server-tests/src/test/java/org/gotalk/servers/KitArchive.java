package org.gotalk.servers;

import java.io.File;
import java.net.URI;
import org.gotalk.Sock;
import org.gotalk.cdi.CdiApplication;
import org.gotalk.jakarta.GotalkInitializer;
import org.gotalk.net.Gotalk;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The application of the checks, as a user makes one: the jars of Gotalk, a bean, nothing else. */
final class KitArchive {

    private KitArchive() {}

    static WebArchive create() {
        return ShrinkWrap.create(WebArchive.class)
                .addAsLibraries(
                        jarOf(Sock.class),
                        jarOf(Gotalk.class),
                        jarOf(GotalkInitializer.class),
                        jarOf(CdiApplication.class))
                .addClasses(KitBean.class, KitBean.Order.class, KitEndpoint.class)
                .addAsWebInfResource(new StringAsset(""), "beans.xml");
    }

    private static File jarOf(Class<?> type) {
        return new File(URI.create(
                type.getProtectionDomain().getCodeSource().getLocation().toString()));
    }
}
