package org.trainingaudit.operate;

import java.util.ArrayList;
import java.util.List;
import org.trainingaudit.setup.ApiSettings;

/**
 * Where a serving program listens, and what of its frameworks is fixed whatever the environment says: nobody opens a
 * diagnostic endpoint, or leads the program to another database, with a variable.
 */
final class WebPlace {

    private WebPlace() {}

    /** For a single command, which listens nowhere. */
    static List<String> none() {
        return List.of("--spring.main.web-application-type=none");
    }

    /**
     * For {@code audit serve}.
     *
     * @param port 0 for any that is free
     */
    static List<String> of(ApiSettings api, int port) {
        List<String> arguments = new ArrayList<>();
        arguments.add("--spring.main.web-application-type=servlet");
        arguments.add("--server.address=" + api.address());
        arguments.add("--server.port=" + port);
        arguments.add("--server.servlet.session.cookie.secure=" + api.isEncrypted());
        arguments.add("--server.forward-headers-strategy=" + (api.behindProxy() ? "native" : "none"));
        arguments.add("--management.endpoints.web.exposure.include=health,prometheus");
        arguments.add("--management.endpoints.access.default=none");
        arguments.add("--management.endpoint.health.access=read-only");
        arguments.add("--management.endpoint.prometheus.access=read-only");
        arguments.add("--management.endpoint.health.show-details=never");
        arguments.add("--management.endpoint.health.group.readiness.include=readinessState,db");
        arguments.add("--management.endpoint.health.group.configuration.include=folder");
        arguments.add("--management.endpoint.health.group.configuration.status.order=faulty,up");
        arguments.add("--management.endpoint.health.group.configuration.status.http-mapping.faulty=503");
        arguments.add("--spring.h2.console.enabled=false");
        api.certificate().ifPresent(file -> arguments.add("--server.ssl.certificate=file:" + file.toAbsolutePath()));
        api.privateKey()
                .ifPresent(file -> arguments.add("--server.ssl.certificate-private-key=file:" + file.toAbsolutePath()));
        return arguments;
    }
}
