package org.gotalk.servers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Eclipse Jetty, with Weld and Yasson in each application. */
final class Jetty implements AppServer {

    private static final String MODULES = "server,http,ee11-deploy,ee11-annotations,ee11-websocket-jakarta,ee11-cdi";
    private static final long LONGEST_SECONDS = 60;

    @Override
    public void prepare(Path home, Path base, int port) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        AppServer.java(), "-jar", home.resolve("start.jar").toString(), "--add-modules=" + MODULES)
                .directory(base.toFile())
                .redirectErrorStream(true)
                .redirectOutput(base.resolve("prepared.log").toFile())
                .start();
        if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException("Jetty could not be prepared, see " + base.resolve("prepared.log"));
        }
    }

    @Override
    public List<String> command(Path home, Path base, int port) {
        return List.of(
                AppServer.java(),
                "-Xmx256m",
                "-jar",
                home.resolve("start.jar").toString(),
                "jetty.http.host=localhost",
                "jetty.http.port=" + port,
                "jetty.deploy.scanInterval=1");
    }

    @Override
    public Path deployments(Path base) {
        return base.resolve("webapps");
    }

    @Override
    public WebArchive adapted(WebArchive application) {
        return Libraries.addTo(application);
    }
}
