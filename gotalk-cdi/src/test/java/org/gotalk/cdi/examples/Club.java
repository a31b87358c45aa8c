package org.gotalk.cdi.examples;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.gotalk.cdi.HandlerSet;
import org.gotalk.cdi.Operation;

@ApplicationScoped
@HandlerSet(value = "members", overDefault = true)
public class Club {

    @Operation
    public List<String> treasures() {
        return List.of("gold", "silk");
    }
}
