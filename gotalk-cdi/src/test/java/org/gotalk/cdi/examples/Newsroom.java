package org.gotalk.cdi.examples;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.gotalk.OperationException;
import org.gotalk.cdi.OpenSocks;
import org.gotalk.cdi.Operation;

@ApplicationScoped
public class Newsroom {

    public record Article(String title) {}

    @Inject
    OpenSocks everybody;

    @Operation("publish")
    @RolesAllowed("editors")
    public int publish(Article article) {
        if (article.title().isBlank()) {
            throw new OperationException("no-title", "an article needs a title");
        }
        everybody.broadcast("published", article);
        return everybody.size();
    }
}
