package org.gotalk.bench.cometd;

import org.cometd.bayeux.server.BayeuxServer;
import org.cometd.bayeux.server.ServerMessage;
import org.cometd.bayeux.server.ServerSession;
import org.cometd.server.AbstractService;

/** Answers what is published to its channel, as CometD's documentation shows it. */
public final class EchoService extends AbstractService {

    EchoService(BayeuxServer bayeux) {
        super(bayeux, "echo");
        addService("/service/echo", "echo");
    }

    /** The same object; CometD sends what is returned. */
    public Object echo(ServerSession unusedFrom, ServerMessage message) {
        return message.getData();
    }
}
