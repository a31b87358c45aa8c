package org.gotalk.cdi;

import jakarta.enterprise.lang.model.declarations.DeclarationInfo;

/** Where something is injected, as problems name it. */
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
