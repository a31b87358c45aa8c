package org.gotalk.cdi.internal.reach;

import org.gotalk.reach.Reach;
import org.gotalk.reach.Rooms;
import org.gotalk.reach.Users;
import org.gotalk.reach.node.ReachNode;
import org.gotalk.reach.node.ReachNodeBuilder;
import org.gotalk.spi.Application;
import org.jspecify.annotations.Nullable;

/** The rooms and users of the application, available once it has started: given by its server, or else its own. */
public final class ReachAccess implements Reach {

    private volatile @Nullable Reach started;

    private volatile @Nullable ReachNode own;

    ReachAccess() {}

    /** Makes rooms and users available. */
    public void start(Reach reach) {
        started = reach;
    }

    @Override
    public Rooms rooms() {
        return started("the injected Rooms").rooms();
    }

    @Override
    public Users users() {
        return started("the injected Users").users();
    }

    /** Where no server has given rooms, the application has some in memory, the same for all of its endpoints. */
    @Override
    public synchronized Application around(Application application) {
        Reach reach = started;
        if (reach == null) {
            ReachNodeBuilder node = ReachNode.builder();
            application.codec().ifPresent(node::codec);
            ReachNode built = node.build();
            own = built;
            reach = built;
        }
        return reach.around(application);
    }

    /** Ends the application's own rooms; those that were given end with the server. */
    void close() {
        ReachNode ending = own;
        if (ending != null) {
            ending.close();
        }
    }

    private Reach started(String user) {
        Reach reach = started;
        if (reach == null) {
            throw new IllegalStateException(user + " cannot be used before the application has started,"
                    + " which is after the observers of @Initialized and Startup");
        }
        return reach;
    }
}
