package org.trainingaudit.api;

import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.trainingaudit.operate.Downloads;
import org.trainingaudit.view.ReportList;
import org.trainingaudit.view.Sight;

/** Reports that the published trail names, whole, and the proofs that it has their entries. */
@RestController
@RequestMapping("/api/v1/reports")
class ReportsResource {

    private final ReportList reports;
    private final Downloads downloads;

    ReportsResource(ReportList reports, Downloads downloads) {
        this.reports = reports;
        this.downloads = downloads;
    }

    @GetMapping
    List<ReportList.Line> list(@RequestParam String run, Sight sight) {
        return sight.isWhole() ? reports.of(run) : List.of();
    }

    /** Its entity tag is the hash that the trail names. */
    @GetMapping("/file")
    ResponseEntity<Resource> file(@RequestParam String run, @RequestParam String name, Principal who, Sight sight) {
        Downloads.Download download =
                downloads.take(run, name, who.getName(), sight).orElseThrow(NotThere::new);
        return attached(name)
                .eTag("\"" + download.report().sha256() + "\"")
                .body(new FileSystemResource(download.file()));
    }

    @GetMapping("/proof")
    ResponseEntity<byte[]> proof(@RequestParam String run, @RequestParam String name, Sight sight) {
        if (!sight.isWhole()) {
            throw new NotThere();
        }
        byte[] proof = reports.find(run, name).flatMap(downloads::proof).orElseThrow(NotThere::new);
        return attached(name + ".proof").body(proof);
    }

    private static ResponseEntity.BodyBuilder attached(String name) {
        ContentDisposition as = ContentDisposition.attachment()
                .filename(Downloads.nameToKeep(name), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, as.toString())
                .contentType(MediaType.APPLICATION_OCTET_STREAM);
    }
}
