package org.gotalk.redis;

import java.util.function.Consumer;
import org.gotalk.reach.Keep;

/** A node that a class loader of its own runs, and ends, with an address. */
public final class DeployedNode implements Consumer<String> {

    /** Called by its name. */
    public DeployedNode() {}

    @Override
    public void accept(String address) {
        try (Node node = new Node(address, "deployed")) {
            node.subscribe("r:one");
            Node.await(node.publish("r:one", "said", Keep.RECENT));
            node.join("r:one", "m1");
            if (!node.nextArrival().equals("said")) {
                throw new IllegalStateException("another message has arrived");
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
