package org.trainingaudit.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.web.authentication.www.BasicAuthenticationConverter;

/**
 * Clients of OpenLineage know no name and password, only an API key, which they send as a bearer. It is what Basic has:
 * name, colon and password in base64. So a key is an account's password, checked, slowed down and shut in the same way.
 */
final class ApiKeys extends BasicAuthenticationConverter {

    private static final String BEARER = "Bearer ";

    @Override
    public @Nullable UsernamePasswordAuthenticationToken convert(HttpServletRequest request) {
        String given = request.getHeader(HttpHeaders.AUTHORIZATION);
        boolean isKey = given != null && given.regionMatches(true, 0, BEARER, 0, BEARER.length());
        return super.convert(
                isKey ? new AsBasic(request, given.substring(BEARER.length()).strip()) : request);
    }

    private static final class AsBasic extends HttpServletRequestWrapper {

        private final String key;

        AsBasic(HttpServletRequest request, String key) {
            super(request);
            this.key = key;
        }

        @Override
        public String getHeader(String name) {
            return HttpHeaders.AUTHORIZATION.equalsIgnoreCase(name) ? "Basic " + key : super.getHeader(name);
        }
    }
}
