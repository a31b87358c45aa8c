package org.gotalk.servers;

import org.jboss.shrinkwrap.api.spec.WebArchive;

/** An application whose endpoint is for users of the server, and that has another one for everybody. */
final class UsersArchive {

    /** Of the endpoint for everybody. */
    static final String PUBLIC = "public";

    private static final String ELEMENTS = """
              <context-param>
                <param-name>gotalk.endpoints</param-name>
                <param-value>/public=everybody</param-value>
              </context-param>
              <security-constraint>
                <web-resource-collection>
                  <web-resource-name>Gotalk</web-resource-name>
                  <url-pattern>/gotalk/*</url-pattern>
                </web-resource-collection>
                <auth-constraint>
                  <role-name>readers</role-name>
                </auth-constraint>
              </security-constraint>
              <security-role>
                <role-name>readers</role-name>
              </security-role>
              <security-role>
                <role-name>editors</role-name>
              </security-role>
            """;

    private UsersArchive() {}

    /** With this element for how users sign in. */
    static WebArchive create(String loginConfig) {
        return KitArchive.create(ELEMENTS + loginConfig).addClasses(Newsroom.class, Newsroom.Foyer.class);
    }
}
