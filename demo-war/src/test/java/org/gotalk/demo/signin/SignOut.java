package org.gotalk.demo.signin;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Signs out, in each of the ways that there are. Nothing in it knows of Gotalk. */
@WebServlet({"/session", "/sign-out", "/end-session", "/let-session-expire"})
public class SignOut extends HttpServlet {

    private static final long serialVersionUID = 1L;

    /** Begins a session, as most applications do sooner or later. */
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.getWriter().println("session of " + request.getSession().getCreationTime());
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        switch (request.getServletPath()) {
            case "/sign-out" -> request.logout();
            case "/end-session" -> request.getSession().invalidate();
            default -> request.getSession().setMaxInactiveInterval(1);
        }
        response.sendRedirect("signed-out.html");
    }
}
