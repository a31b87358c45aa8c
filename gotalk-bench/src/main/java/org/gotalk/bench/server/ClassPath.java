package org.gotalk.bench.server;

import java.io.File;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Where classes come from: from the command line, or from the build that runs this in its own process. */
public final class ClassPath {

    private ClassPath() {}

    /** All that this program may use. */
    public static String ofThis() {
        return ClassPath.class.getClassLoader() instanceof URLClassLoader loader
                ? Arrays.stream(loader.getURLs()).map(ClassPath::file).collect(Collectors.joining(File.pathSeparator))
                : System.getProperty("java.class.path");
    }

    /** The jar or folder of a class. */
    static File of(Class<?> type) {
        return new File(file(type.getProtectionDomain().getCodeSource().getLocation()));
    }

    private static String file(URL location) {
        return new File(URI.create(location.toString())).getPath();
    }
}
