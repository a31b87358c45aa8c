package org.gotalk.cdi.internal.invoke.argument;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gotalk.Sock;
import org.gotalk.StreamRequest;
import org.gotalk.StreamResult;
import org.gotalk.cdi.MessageName;
import org.gotalk.cdi.internal.method.BeanMethod;

/**
 * The parameters of a marked method.
 *
 * @param roles the roles of the parameters, in order
 * @param payload decodes the payload, or the first part before a stream; empty if the method takes no value
 * @param parts decodes the parts of a {@link java.util.stream.Stream}; empty if the method takes none
 */
public record MethodParameters(
        List<ParameterRole> roles, Optional<ValueParameter> payload, Optional<ValueParameter> parts) {

    /** The parameters of a method. */
    public static MethodParameters of(BeanMethod beanMethod, Method method) {
        GenericTypes types = new GenericTypes(beanMethod.beanClass());
        List<ParameterRole> roles = roles(method);
        Optional<ValueParameter> payload = Optional.empty();
        Optional<ValueParameter> parts = Optional.empty();
        for (int i = 0; i < roles.size(); i++) {
            Type type = types.resolved(method.getGenericParameterTypes()[i]);
            if (roles.get(i) == ParameterRole.VALUE) {
                payload = Optional.of(ValueParameter.of(type));
            } else if (roles.get(i) == ParameterRole.REQUEST_VALUES) {
                parts = Optional.of(ValueParameter.of(element(type)));
            }
        }
        return new MethodParameters(roles, payload, parts);
    }

    static List<ParameterRole> roles(Method method) {
        return Arrays.stream(method.getParameters()).map(MethodParameters::role).toList();
    }

    private static ParameterRole role(Parameter parameter) {
        return ParameterRole.of(parameter.getType().getName(), parameter.isAnnotationPresent(MessageName.class));
    }

    private static Type element(Type stream) {
        return stream instanceof ParameterizedType parameterized
                ? parameterized.getActualTypeArguments()[0]
                : Object.class;
    }

    /** Whether the method reads or writes a stream. */
    public boolean hasStream() {
        return roles.stream().anyMatch(role -> role.isIn() || role.isOut());
    }

    /** Whether the method writes its result to a stream. */
    public boolean writes() {
        return roles.stream().anyMatch(ParameterRole::isOut);
    }

    /** The arguments of a message with a single payload. */
    public CallArguments arguments(Caller caller, byte[] message) {
        Object value = takesValue() ? decoded(caller.peer(), message) : null;
        return new CallArguments(caller, value, null, null, null);
    }

    /**
     * The arguments of a request in parts. Waits for all parts if the method takes a value alone, for the first if it also
     * takes a stream.
     */
    public CallArguments arguments(Sock peer, StreamRequest request, StreamResult result) {
        Object value = takesValue() ? decoded(peer, payload(request)) : null;
        Caller caller = new Caller(peer, request.operation(), request.cancellation());
        return new CallArguments(caller, value, in(peer, request), out(result), result);
    }

    private Object decoded(Sock peer, byte[] message) {
        return payload.orElseThrow().read(peer.codec(), message);
    }

    private byte[] payload(StreamRequest request) {
        boolean readsParts = roles.stream().anyMatch(ParameterRole::isIn);
        return readsParts ? request.read().orElseGet(() -> new byte[0]) : request.readAll();
    }

    private boolean takesValue() {
        return roles.contains(ParameterRole.VALUE);
    }

    private Object in(Sock peer, StreamRequest request) {
        if (roles.contains(ParameterRole.REQUEST_BYTES)) {
            return request.inputStream();
        }
        if (roles.contains(ParameterRole.REQUEST_VALUES)) {
            return request.parts().map(part -> parts.orElseThrow().read(peer.codec(), part));
        }
        return request;
    }

    private Object out(StreamResult result) {
        return roles.contains(ParameterRole.RESULT_BYTES) ? result.outputStream() : result;
    }
}
