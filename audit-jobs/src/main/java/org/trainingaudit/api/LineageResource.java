package org.trainingaudit.api;

import java.io.IOException;
import java.io.InputStream;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.trainingaudit.config.Fault;
import org.trainingaudit.operate.LineageDesk;
import org.trainingaudit.use.LineageIntake.Receipt;

/** Where clients of OpenLineage send their events; the address is the one that they know from Marquez. */
@RestController
@RequestMapping("/api/v1/lineage")
class LineageResource {

    /** Only what no form of a foreign page can send. */
    private static final Set<MediaType> TYPES = Set.of(
            MediaType.APPLICATION_JSON,
            MediaType.valueOf("application/x-ndjson"),
            MediaType.valueOf("application/jsonl"));

    private static final String SHOWN = "application/json, application/x-ndjson, application/jsonl";

    private final LineageDesk desk;

    LineageResource(LineageDesk desk) {
        this.desk = desk;
    }

    /** What was taken: how many events, and what is wrong with those that break their schema. */
    record Taken(int events, List<String> faults) {}

    /** A body packed with gzip is unpacked. */
    @PostMapping
    ResponseEntity<Object> take(
            InputStream body,
            @RequestHeader("Content-Type") Optional<MediaType> type,
            @RequestHeader("Content-Encoding") Optional<String> packed,
            Principal who) {
        if (type.filter(given -> TYPES.stream().anyMatch(given::equalsTypeAndSubtype))
                .isEmpty()) {
            return problem(HttpStatus.UNSUPPORTED_MEDIA_TYPE, List.of("Content-Type: expected one of " + SHOWN));
        }
        String encoding = packed.orElse("identity");
        if (!encoding.equals("identity") && !encoding.equals("gzip")) {
            throw new BadRequest("Content-Encoding is none that is known here; expected gzip, or none");
        }
        try (InputStream plain = encoding.equals("gzip") ? new GZIPInputStream(body) : body) {
            return answer(desk.take(who.getName(), plain));
        } catch (IOException e) {
            // Its message may quote the path or the body.
            throw new BadRequest("the body breaks off or can't be kept ("
                    + e.getClass().getSimpleName() + "); nothing of it was kept, send it again");
        }
    }

    private static ResponseEntity<Object> answer(Receipt receipt) {
        List<String> faults = receipt.faults().stream().map(Fault::text).toList();
        return switch (receipt.outcome()) {
            case KEPT -> ResponseEntity.status(HttpStatus.CREATED).body(new Taken(receipt.events(), faults));
            case REFUSED -> problem(HttpStatus.BAD_REQUEST, faults);
            case TOO_LARGE -> problem(HttpStatus.CONTENT_TOO_LARGE, faults);
            case NO_ROOM -> problem(HttpStatus.INSUFFICIENT_STORAGE, faults);
        };
    }

    private static ResponseEntity<Object> problem(HttpStatus status, List<String> faults) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                status, "nothing of the body was kept; " + Problems.counted(faults.size()) + "; see faults");
        problem.setProperty("faults", faults);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
