package org.gotalk.examples.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;

/** One page, from a file beside this class. */
final class Page extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final String html;

    Page(String file) throws IOException {
        try (InputStream in = Page.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new FileNotFoundException(file);
            }
            html = new String(in.readAllBytes(), UTF_8);
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/html; charset=utf-8");
        response.getWriter().write(html);
    }
}
