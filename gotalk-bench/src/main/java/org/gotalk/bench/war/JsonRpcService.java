package org.gotalk.bench.war;

import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.jsonrpc.services.JsonRequest;

/** LSP4J's side of the comparison. */
public class JsonRpcService {

    /** The same text: JSON has no bytes. */
    @JsonRequest
    public CompletableFuture<String> echo(String text) {
        return CompletableFuture.completedFuture(text);
    }

    /** The same object. */
    @JsonRequest
    public CompletableFuture<Item> item(Item item) {
        return CompletableFuture.completedFuture(item);
    }
}
