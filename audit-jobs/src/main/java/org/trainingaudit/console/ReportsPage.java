package org.trainingaudit.console;

import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.trainingaudit.operate.Downloads;
import org.trainingaudit.trail.Trail;
import org.trainingaudit.view.NightList;
import org.trainingaudit.view.ReportList;
import org.trainingaudit.view.Sight;

/** Which files there are, whether they are whole, and how to check them without asking anybody. */
@Controller
class ReportsPage {

    private static final int RUNS = 30;
    private static final String DESCRIPTION = "-metadata.json";

    private final ReportList reports;
    private final NightList nights;
    private final Downloads downloads;
    private final Trail trail;

    ReportsPage(ReportList reports, NightList nights, Downloads downloads, Trail trail) {
        this.reports = reports;
        this.nights = nights;
        this.downloads = downloads;
        this.trail = trail;
    }

    @GetMapping({"/reports", "/reports/{kind}/{date}", "/reports/{kind}/{date}/{number:\\d{1,6}}"})
    String list(
            Model model,
            @PathVariable @Nullable String kind,
            @PathVariable @Nullable String date,
            @PathVariable @Nullable String number,
            Sight sight) {
        boolean all = sight.isWhole();
        List<String> runs = reports.runs(RUNS);
        String run = kind == null
                ? nights.latest().map(NightList.Night::run).orElse("")
                : kind + "/" + date + (number == null ? "" : "/" + number);
        List<ReportList.Line> files = reports.of(run);
        if (kind != null && files.isEmpty()) {
            throw new Absent();
        }
        Map<String, Downloads.Wholeness> whole = new TreeMap<>();
        files.forEach(file -> whole.put(file.name(), downloads.wholeness(file)));
        model.addAttribute("run", run);
        model.addAttribute("runs", runs);
        // How many rows there are in all is not for those who see a part.
        model.addAttribute("files", all ? some(files, false) : List.of());
        model.addAttribute("descriptions", all ? some(files, true) : List.of());
        model.addAttribute("whole", whole);
        model.addAttribute("all", all);
        model.addAttribute("vkey", trail.vkey().toString());
        return "reports";
    }

    /** Reports, or the files that describe their columns. */
    private static List<ReportList.Line> some(List<ReportList.Line> files, boolean descriptions) {
        return files.stream()
                .filter(file -> file.name().endsWith(DESCRIPTION) == descriptions)
                .toList();
    }

    /** The whole file, or nothing: an unknown name and one that nobody may have look alike. */
    @GetMapping("/report")
    ResponseEntity<Resource> get(@RequestParam String run, @RequestParam String name, Principal who, Sight sight) {
        Downloads.Download download =
                downloads.take(run, name, who.getName(), sight).orElseThrow(Absent::new);
        return file(name, new FileSystemResource(download.file()));
    }

    /** The proof that the trail has a report's entry. */
    @GetMapping("/proof")
    ResponseEntity<byte[]> proof(@RequestParam String run, @RequestParam String name, Sight sight) {
        Optional<byte[]> proof = sight.isWhole() ? reports.find(run, name).flatMap(downloads::proof) : Optional.empty();
        return file(name + ".proof", proof.orElseThrow(Absent::new));
    }

    /** As a file to keep, never to be opened in place: what is in it was written by others. */
    static <T> ResponseEntity<T> file(String name, T body) {
        ContentDisposition as = ContentDisposition.attachment()
                .filename(Downloads.nameToKeep(name), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, as.toString())
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(body);
    }
}
