package org.gotalk.cdi.internal.deployment;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import org.gotalk.cdi.Authenticated;
import org.gotalk.cdi.Operation;
import org.junit.jupiter.api.Test;

class AccessProblemsTest {

    private static final String BEANS = AccessProblemsTest.class.getName() + "$";

    @Test
    void aMethodForNobodyAndForARoleIsRefused() {
        Refused.bean(NobodyWithARole.class, "NobodyWithARole.op() has @DenyAll and @RolesAllowed; keep one of them");
    }

    @Test
    void aClassForEverybodyAndForUsersIsRefused() {
        Refused.report(
                BEANS + "EverybodyWhoSignedIn has @PermitAll and @Authenticated; keep one of them",
                EverybodyWhoSignedIn.class);
    }

    @Test
    void rolesWithoutARoleAreRefused() {
        Refused.bean(NoRole.class, "NoRole.op() has @RolesAllowed without a role; name one, or use @DenyAll");
    }

    @Dependent
    static class NobodyWithARole {
        @Operation
        @DenyAll
        @RolesAllowed("editors")
        void op() {}
    }

    @Dependent
    @Authenticated
    @PermitAll
    static class EverybodyWhoSignedIn {
        @Operation
        void op() {}
    }

    @Dependent
    static class NoRole {
        @Operation
        @RolesAllowed({})
        void op() {}
    }
}
