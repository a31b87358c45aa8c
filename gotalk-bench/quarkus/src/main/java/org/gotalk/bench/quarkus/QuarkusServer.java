package org.gotalk.bench.quarkus;

import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.IOException;
import org.eclipse.microprofile.config.ConfigProvider;

/** Says its port, and ends with its input. */
@QuarkusMain
public class QuarkusServer implements QuarkusApplication {

    @Override
    public int run(String... args) throws IOException {
        System.out.println("port " + ConfigProvider.getConfig().getValue("quarkus.http.port", Integer.class));
        while (System.in.read() >= 0) {
            // until whoever started this is done
        }
        return 0;
    }
}
