package org.gotalk.demo.conformance;

import java.util.HashMap;
import java.util.Map;
import org.gotalk.interop.InteropApplication;
import org.gotalk.interop.InteropStreams;
import org.gotalk.jakarta.Archives;
import org.gotalk.spi.Application;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** {@link InteropApplication}, to be deployed. Sends no heartbeats unless told to, so that tests know what comes. */
final class InteropArchive {

    private InteropArchive() {}

    static WebArchive withSettings(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(Map.of("gotalk.heartbeat-interval", "PT0S"));
        all.putAll(settings);
        WebArchive archive = Archives.bare()
                .addClasses(InteropApplication.class, InteropStreams.class)
                .addAsServiceProvider(Application.class, InteropApplication.class);
        return Archives.with(archive, all);
    }
}
