package org.trainingaudit.operate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.trainingaudit.disk.DiskFault;
import org.trainingaudit.setup.Places;

/**
 * Has the web server work in a folder of ours, the same at each start. In the system's folder for temporary files each program
 * that was killed left two of its own.
 */
final class WebFolder implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final Path folder;

    WebFolder(Places places) {
        this.folder = places.web().toAbsolutePath();
    }

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        // Nothing is served from there: pages and their styles are part of the program.
        Path pages = folder.resolve("pages");
        try {
            Files.createDirectories(pages);
        } catch (IOException e) {
            throw new DiskFault(pages, e).unchecked();
        }
        server.setBaseDirectory(folder.toFile());
        server.setDocumentRoot(pages.toFile());
    }
}
