package org.gotalk.examples.embedded;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** One page. */
final class Page extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final String HTML = """
            <!doctype html>
            <title>Gotalk without an application server</title>
            <p id="answer">Connecting …</p>
            <ul id="guests"></ul>
            <script src="gotalk/gotalk.js"></script>
            <script>
              gotalk.handleNotification('came', (name) => {
                document.getElementById('guests').append(Object.assign(document.createElement('li'), { textContent: name }));
              });
              const sock = gotalk.connection().on('open', async () => {
                document.getElementById('answer').textContent = await sock.request('greet', 'Ann');
              });
            </script>
            """;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/html; charset=utf-8");
        response.getWriter().write(HTML);
    }
}
