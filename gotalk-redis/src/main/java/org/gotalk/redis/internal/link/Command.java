package org.gotalk.redis.internal.link;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.gotalk.redis.internal.data.Script;

/** A script that is to be run, and what it answers. */
public final class Command {

    private final Script script;
    private final byte[][] keys;
    private final byte[][] args;
    private final boolean isRepeatable;
    private final CompletableFuture<List<byte[]>> answer = new CompletableFuture<>();
    private long deadline;

    private Command(Script script, byte[][] keys, byte[][] args, boolean isRepeatable) {
        this.script = script;
        this.keys = keys;
        this.args = args;
        this.isRepeatable = isRepeatable;
    }

    /** One that does no harm when it runs twice; sent again if a connection is lost before its answer. */
    public static Command repeatable(Script script, byte[][] keys, byte[]... args) {
        return new Command(script, keys, args, true);
    }

    /** One that runs once at most. */
    public static Command once(Script script, byte[][] keys, byte[]... args) {
        return new Command(script, keys, args, false);
    }

    /** Completes on the engine thread. */
    public CompletionStage<List<byte[]>> answer() {
        return answer;
    }

    Script script() {
        return script;
    }

    byte[][] keys() {
        return keys;
    }

    byte[][] args() {
        return args;
    }

    boolean isRepeatable() {
        return isRepeatable;
    }

    long deadline() {
        return deadline;
    }

    void deadline(long newDeadline) {
        deadline = newDeadline;
    }

    void answered(List<byte[]> result) {
        boolean unused = answer.complete(result);
    }

    void failed(Throwable failure) {
        boolean unused = answer.completeExceptionally(failure);
    }
}
