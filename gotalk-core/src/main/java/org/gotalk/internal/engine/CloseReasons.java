package org.gotalk.internal.engine;

import org.gotalk.CloseReason;
import org.gotalk.CloseReason.Code;
import org.gotalk.internal.wire.message.ErrorCode;

/** Converts close reasons to and from WebSocket close codes and protocol errors. */
final class CloseReasons {

    private static final int NORMAL = 1000;
    private static final int GOING_AWAY = 1001;
    private static final int SERVICE_RESTART = 1012;
    private static final int FIRST_PROTOCOL_ERROR = 4000;
    private static final int SIGNED_OUT = 4010;
    private static final int EXPIRED = 4011;
    private static final int KICKED = 4012;
    private static final int REPLACED = 4013;

    private CloseReasons() {}

    /** The WebSocket close code: for protocol errors 4000 plus the error, as in the reference implementation. */
    static int webSocketCode(Code code) {
        return switch (code) {
            case NORMAL -> NORMAL;
            case GOING_AWAY -> SERVICE_RESTART;
            case SIGNED_OUT -> SIGNED_OUT;
            case EXPIRED -> EXPIRED;
            case KICKED -> KICKED;
            case REPLACED -> REPLACED;
            case ABNORMAL, GAVE_UP, UNSUPPORTED, INVALID_MESSAGE, TIMEOUT ->
                FIRST_PROTOCOL_ERROR + errorCode(code).number();
        };
    }

    /** The close reason of a WebSocket close code. */
    static CloseReason reason(int webSocketCode, String detail) {
        Code code = switch (webSocketCode) {
            case NORMAL -> Code.NORMAL;
            case GOING_AWAY, SERVICE_RESTART -> Code.GOING_AWAY;
            case SIGNED_OUT -> Code.SIGNED_OUT;
            case EXPIRED -> Code.EXPIRED;
            case KICKED -> Code.KICKED;
            case REPLACED -> Code.REPLACED;
            default ->
                webSocketCode >= FIRST_PROTOCOL_ERROR
                        ? code(ErrorCode.of(webSocketCode - FIRST_PROTOCOL_ERROR))
                        : Code.ABNORMAL;
        };
        boolean unexplained = (code == Code.ABNORMAL || code == Code.GAVE_UP) && detail.isEmpty();
        return CloseReason.of(code, unexplained ? "close code " + webSocketCode : detail);
    }

    static Code code(ErrorCode error) {
        return switch (error) {
            case ABNORMAL -> Code.GAVE_UP;
            case UNSUPPORTED -> Code.UNSUPPORTED;
            case INVALID_MESSAGE -> Code.INVALID_MESSAGE;
            case TIMEOUT -> Code.TIMEOUT;
        };
    }

    private static ErrorCode errorCode(Code code) {
        return switch (code) {
            case UNSUPPORTED -> ErrorCode.UNSUPPORTED;
            case INVALID_MESSAGE -> ErrorCode.INVALID_MESSAGE;
            case TIMEOUT -> ErrorCode.TIMEOUT;
            default -> ErrorCode.ABNORMAL;
        };
    }
}
