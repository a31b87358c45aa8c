package org.gotalk.demo.arquillian;

import java.io.File;
import java.net.URI;
import org.assertj.core.api.Assertions;
import org.jboss.arquillian.container.test.spi.client.deployment.AuxiliaryArchiveAppender;
import org.jboss.arquillian.core.spi.LoadableExtension;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.JavaArchive;

/** Puts AssertJ into every archive whose tests run in the container, so that those read like all others. */
public final class AssertionsInContainer implements LoadableExtension, AuxiliaryArchiveAppender {

    @Override
    public void register(ExtensionBuilder builder) {
        builder.service(AuxiliaryArchiveAppender.class, AssertionsInContainer.class);
    }

    @Override
    public Archive<?> createAuxiliaryArchive() {
        URI jar = URI.create(Assertions.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString());
        return ShrinkWrap.create(ZipImporter.class, "assertj.jar")
                .importFrom(new File(jar))
                .as(JavaArchive.class);
    }
}
