package org.gotalk.net.tls;

import org.gotalk.transport.Pipe;
import org.gotalk.transport.contract.Ends;
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
