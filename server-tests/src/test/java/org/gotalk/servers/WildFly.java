package org.gotalk.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** WildFly with the configuration that it comes with, but for threads: by default it has two for each core. */
final class WildFly implements AppServer {

    private static final String EXECUTOR = "<managed-executor-service name=\"default\" ";
    private static final String THREADS = "core-threads=\"64\" queue-length=\"1024\" ";

    @Override
    public void prepare(Path home, Path base, int port) throws IOException, InterruptedException {
        Folders.copy(home.resolve("standalone"), base);
        Path configuration = base.resolve("configuration").resolve("standalone.xml");
        Files.writeString(configuration, Files.readString(configuration).replace(EXECUTOR, EXECUTOR + THREADS));
        for (User user : User.values()) {
            addUser(home, base, user);
        }
    }

    private static void addUser(Path home, Path base, User user) throws IOException, InterruptedException {
        Command.run(
                base,
                "env",
                "JAVA_HOME=" + AppServer.javaHome(),
                home.resolve("bin").resolve("add-user.sh").toString(),
                "--user-properties",
                base.resolve("configuration")
                        .resolve("application-users.properties")
                        .toString(),
                "--group-properties",
                base.resolve("configuration")
                        .resolve("application-roles.properties")
                        .toString(),
                "-a",
                "--silent",
                "--user",
                user.login(),
                "--password",
                user.password(),
                "--group",
                String.join(",", user.groups()));
    }

    @Override
    public List<String> command(Path home, Path base, int port) {
        return List.of(
                AppServer.java(),
                "-Xmx512m",
                "-Djava.net.preferIPv4Stack=true",
                "-jar",
                home.resolve("jboss-modules.jar").toString(),
                "-mp",
                home.resolve("modules").toString(),
                "org.jboss.as.standalone",
                "-Djboss.home.dir=" + home,
                "-Djboss.server.base.dir=" + base,
                "-Djboss.http.port=" + port,
                "-Djboss.https.port=0",
                "-Djboss.management.http.port=0");
    }

    @Override
    public boolean countsFragments() {
        return true;
    }

    @Override
    public Path deployments(Path base) {
        return base.resolve("deployments");
    }
}
