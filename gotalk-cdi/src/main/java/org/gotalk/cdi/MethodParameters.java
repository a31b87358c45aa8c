package org.gotalk.cdi;

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

/**
 * What a marked method takes.
 *
 * @param roles of its parameters, in their order
 * @param payload what the payload, or each part of it, is decoded to; none if the method takes no values
 */
record MethodParameters(List<ParameterRole> roles, Optional<ValueParameter> payload) {

    static MethodParameters of(BeanMethod beanMethod, Method method) {
        GenericTypes types = new GenericTypes(beanMethod.beanClass());
        List<ParameterRole> roles = roles(method);
        Optional<ValueParameter> payload = Optional.empty();
        for (int i = 0; i < roles.size(); i++) {
            Type type = types.resolved(method.getGenericParameterTypes()[i]);
            if (roles.get(i) == ParameterRole.VALUE) {
                payload = Optional.of(ValueParameter.of(type));
            } else if (roles.get(i) == ParameterRole.REQUEST_VALUES) {
                payload = Optional.of(ValueParameter.of(element(type)));
            }
        }
        return new MethodParameters(roles, payload);
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

    boolean hasStream() {
        return roles.stream().anyMatch(role -> role.isIn() || role.isOut());
    }

    boolean writes() {
        return roles.stream().anyMatch(ParameterRole::isOut);
    }

    /** The arguments of a message that came as a whole. */
    CallArguments arguments(Sock peer, String name, byte[] message) {
        return new CallArguments(peer, name, takesValue() ? decoded(peer, message) : null, null, null);
    }

    /** The arguments of a request that comes in parts. A value is waited for. */
    CallArguments arguments(Sock peer, StreamRequest request, StreamResult result) {
        Object value = takesValue() ? decoded(peer, request.readAll()) : null;
        return new CallArguments(peer, request.operation(), value, in(peer, request), out(result));
    }

    private Object decoded(Sock peer, byte[] message) {
        return payload.orElseThrow().read(peer.codec(), message);
    }

    private boolean takesValue() {
        return roles.contains(ParameterRole.VALUE);
    }

    private Object in(Sock peer, StreamRequest request) {
        if (roles.contains(ParameterRole.REQUEST_BYTES)) {
            return request.inputStream();
        }
        if (roles.contains(ParameterRole.REQUEST_VALUES)) {
            return request.parts().map(part -> decoded(peer, part));
        }
        return request;
    }

    private Object out(StreamResult result) {
        return roles.contains(ParameterRole.RESULT_BYTES) ? result.outputStream() : result;
    }
}
