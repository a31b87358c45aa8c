package org.gotalk.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Payara Micro, one jar, which deploys what it finds when it starts. */
final class PayaraMicro implements AppServer {

    private static final String COMMANDS = "post-boot.txt";

    /** A folder for each start: what it remembers of the one before it would deploy twice. */
    private final AtomicInteger starts = new AtomicInteger();

    @Override
    public void prepare(Path home, Path base, int port) throws IOException {
        Files.createDirectories(deployments(base));
        StringBuilder commands = new StringBuilder();
        for (User user : User.values()) {
            Path password = base.resolve(user.login() + ".password");
            Files.writeString(password, "AS_ADMIN_USERPASSWORD=" + user.password() + "\n");
            commands.append("create-file-user --groups %s --passwordfile %s %s\n"
                    .formatted(String.join(":", user.groups()), password, user.login()));
        }
        Files.writeString(base.resolve(COMMANDS), commands);
    }

    @Override
    public List<String> command(Path home, Path base, int port) {
        return List.of(
                AppServer.java(),
                "-Xmx512m",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--add-opens=java.base/java.net=ALL-UNNAMED",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
                "--add-opens=java.base/sun.net.www.protocol.jrt=ALL-UNNAMED",
                "--add-opens=java.naming/javax.naming.spi=ALL-UNNAMED",
                "--add-exports=java.base/jdk.internal.ref=ALL-UNNAMED",
                "-jar",
                home.toString(),
                "--nocluster",
                "--port",
                String.valueOf(port),
                "--postbootcommandfile",
                base.resolve(COMMANDS).toString(),
                "--rootDir",
                base.resolve("root-" + starts.incrementAndGet()).toString(),
                "--deploymentDir",
                deployments(base).toString());
    }

    @Override
    public boolean takesEars() {
        return false;
    }

    @Override
    public Path deployments(Path base) {
        return base.resolve("deployments");
    }

    @Override
    public boolean deploysWhileItRuns() {
        return false;
    }
}
