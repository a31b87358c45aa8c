package org.gotalk.demo.files;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.servlet.ServletContext;
import java.io.File;
import java.io.IOException;

/** Opens the store in the application's temporary folder, and closes it when the application ends. */
@ApplicationScoped
public class OpenStore {

    @Produces
    @Singleton
    FileStore open(ServletContext application) throws IOException {
        File temporary = (File) application.getAttribute(ServletContext.TEMPDIR);
        return FileStore.in(temporary.toPath().resolve("shared-files"));
    }

    void close(@Disposes FileStore store) throws IOException {
        store.close();
    }
}
