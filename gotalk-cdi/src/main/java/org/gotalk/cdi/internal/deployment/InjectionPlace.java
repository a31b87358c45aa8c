package org.gotalk.cdi.internal.deployment;

import jakarta.enterprise.lang.model.declarations.DeclarationInfo;
import org.gotalk.cdi.internal.method.Signature;

/** The name of an injection point, for reports. */
final class InjectionPlace {

    private InjectionPlace() {}

    static String of(DeclarationInfo declaration) {
        if (declaration.isField()) {
            return declaration.asField().declaringClass().name() + "."
                    + declaration.asField().name();
        }
        return declaration.asParameter().declaringMethod().declaringClass().name() + "."
                + Signature.readable(declaration.asParameter().declaringMethod());
    }
}
