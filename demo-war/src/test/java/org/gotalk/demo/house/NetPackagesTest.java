package org.gotalk.demo.house;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Set;

/** The API of gotalk-net stands on its rooms, which know nothing of it. */
@AnalyzeClasses(
        packages = "org.gotalk",
        importOptions = {DoNotIncludeTests.class, DoNotIncludeTestJars.class})
class NetPackagesTest {

    private static final String API = "org.gotalk.net";
    private static final String INTERNAL = API + ".internal.";
    private static final String CONNECT = INTERNAL + "connect";
    private static final String HTTP = INTERNAL + "http";
    private static final String LISTEN = INTERNAL + "listen";
    private static final String RECONNECT = INTERNAL + "reconnect";
    private static final String SHARED = INTERNAL + "shared";
    private static final String SOCKET = INTERNAL + "socket";
    private static final String STREAM = INTERNAL + "stream";
    private static final String TLS = INTERNAL + "tls";
    private static final String WEBSOCKET = INTERNAL + "websocket";

    private static final AllowedImports ALLOWED = new AllowedImports(
            API,
            Map.of(
                    API, Set.of(CONNECT, LISTEN, RECONNECT, SHARED, SOCKET, STREAM, TLS),
                    CONNECT, Set.of(HTTP, SHARED, SOCKET, TLS, WEBSOCKET),
                    HTTP, Set.of(),
                    LISTEN, Set.of(SHARED, SOCKET, TLS),
                    SHARED, Set.of(SOCKET),
                    RECONNECT, Set.of(),
                    SOCKET, Set.of(),
                    STREAM, Set.of(),
                    TLS, Set.of(),
                    WEBSOCKET, Set.of(HTTP)));

    @ArchTest
    static final ArchRule everyPackageHasItsPlace = ALLOWED.everyPackageHasItsPlace();

    @ArchTest
    static final ArchRule onlyTheTopPackageIsForOthers = ALLOWED.onlyTheTopPackageIsForOthers();

    @ArchTest
    static void packagesUseOnlyThoseBelow(JavaClasses all) {
        ALLOWED.packagesUseOnlyThoseBelow(all);
    }
}
