package org.gotalk.redis;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

/** One package knows the driver; what is written into the engine knows nothing else. */
@AnalyzeClasses(packages = "org.gotalk.redis", importOptions = DoNotIncludeTests.class)
class RedisPackagesTest {

    private static final String DATA = "org.gotalk.redis.internal.data";
    private static final String LINK = "org.gotalk.redis.internal.link";

    @ArchTest
    static final ArchRule onlyTheLinkKnowsTheDriver = noClasses()
            .that()
            .resideOutsideOfPackage(LINK)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.lettuce..", "io.netty..", "reactor..", "org.slf4j..");

    @ArchTest
    static final ArchRule theDataKnowsNothingAbove = noClasses()
            .that()
            .resideInAPackage(DATA)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(LINK, "org.gotalk.redis.internal.broker", "org.gotalk.redis.internal.presence");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("org.gotalk.redis.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule typesHaveNoCircles =
            slices().assignedFrom(new OutermostTypes()).should().beFreeOfCycles();

    private static final class OutermostTypes implements SliceAssignment {

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            if (!type.getName().startsWith("org.gotalk.redis.")) {
                return SliceIdentifier.ignore();
            }
            JavaClass outer = type;
            while (outer.getEnclosingClass().isPresent()) {
                outer = outer.getEnclosingClass().get();
            }
            return SliceIdentifier.of(outer.getName());
        }

        @Override
        public String getDescription() {
            return "types of this module";
        }
    }
}
