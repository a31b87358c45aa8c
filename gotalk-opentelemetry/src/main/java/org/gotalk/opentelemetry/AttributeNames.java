package org.gotalk.opentelemetry;

import io.opentelemetry.api.common.AttributeKey;

/** Attributes of metrics and spans: those of the semantic conventions, and our own that begin with {@code gotalk.}. */
final class AttributeNames {

    static final String GOTALK = "gotalk";

    static final AttributeKey<String> ERROR = AttributeKey.stringKey("error.type");
    static final AttributeKey<String> RPC_SYSTEM = AttributeKey.stringKey("rpc.system.name");
    static final AttributeKey<String> RPC_METHOD = AttributeKey.stringKey("rpc.method");
    static final AttributeKey<String> MESSAGING_SYSTEM = AttributeKey.stringKey("messaging.system");
    static final AttributeKey<String> MESSAGING_OPERATION = AttributeKey.stringKey("messaging.operation.name");
    static final AttributeKey<String> MESSAGING_TYPE = AttributeKey.stringKey("messaging.operation.type");
    static final AttributeKey<String> MESSAGING_DESTINATION = AttributeKey.stringKey("messaging.destination.name");
    static final AttributeKey<String> PEER_ADDRESS = AttributeKey.stringKey("network.peer.address");

    static final AttributeKey<String> APPLICATION = AttributeKey.stringKey("gotalk.application");
    static final AttributeKey<String> CONNECTION = AttributeKey.stringKey("gotalk.connection.id");
    static final AttributeKey<String> CLOSE_CODE = AttributeKey.stringKey("gotalk.close.code");
    static final AttributeKey<Boolean> SLOW_PEER = AttributeKey.booleanKey("gotalk.peer.slow");
    static final AttributeKey<Double> WAIT = AttributeKey.doubleKey("gotalk.wait");

    private AttributeNames() {}
}
