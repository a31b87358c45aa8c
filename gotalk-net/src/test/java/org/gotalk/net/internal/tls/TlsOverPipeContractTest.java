package org.gotalk.net.internal.tls;

import org.gotalk.internal.transport.Pipe;
import org.gotalk.testing.contract.Ends;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
class TlsOverPipeContractTest extends TlsContract {

    TlsOverPipeContractTest(String version) {
        super(version);
    }

    @Override
    Ends plain() {
        Pipe pipe = Pipe.on(threads);
        return new Ends(pipe.left(), pipe.right());
    }
}
