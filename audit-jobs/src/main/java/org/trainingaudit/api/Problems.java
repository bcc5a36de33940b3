package org.trainingaudit.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.trainingaudit.config.ConfigurationException;
import org.trainingaudit.config.Fault;
import org.trainingaudit.finding.WaiverRefused;
import org.trainingaudit.operate.CannotRestart;
import org.trainingaudit.operate.OperationRefused;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What went wrong, as RFC 9457 has it: a title, what was found, and with several faults all of them. */
@RestControllerAdvice(basePackageClasses = ApiFace.class)
class Problems extends ResponseEntityExceptionHandler {

    static final String NOTHING_THERE = "There is nothing under this address.";
    static final String NOT_UNDERSTOOD = "The call can't be understood; see /api/v1/openapi.json.";

    private static final JsonMapper JSON = JsonMapper.shared();

    @ExceptionHandler(OperationRefused.class)
    ProblemDetail refused(OperationRefused fault) {
        HttpStatus status = switch (fault.reason()) {
            case BUSY, STATE -> HttpStatus.CONFLICT;
            case UNKNOWN -> HttpStatus.NOT_FOUND;
            case WRONG -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
        return problem(status, String.valueOf(fault.getMessage()));
    }

    @ExceptionHandler(CannotRestart.class)
    ProblemDetail cannotRestart(CannotRestart fault) {
        return problem(HttpStatus.CONFLICT, String.valueOf(fault.getMessage()));
    }

    @ExceptionHandler(WaiverRefused.class)
    ProblemDetail waiverRefused(WaiverRefused fault) {
        return problem(HttpStatus.UNPROCESSABLE_CONTENT, String.valueOf(fault.getMessage()));
    }

    @ExceptionHandler(ConfigurationException.class)
    ProblemDetail wrongNames(ConfigurationException fault) {
        List<String> faults = fault.faults().stream().map(Fault::text).toList();
        ProblemDetail problem = problem(HttpStatus.UNPROCESSABLE_CONTENT, counted(faults.size()) + "; see faults");
        problem.setProperty("faults", faults);
        return problem;
    }

    /** There is no such thing, or this account may not know of it; the two look alike. */
    @ExceptionHandler(NotThere.class)
    ProblemDetail notThere(NotThere fault) {
        return problem(HttpStatus.NOT_FOUND, NOTHING_THERE);
    }

    @ExceptionHandler(BadRequest.class)
    ProblemDetail badRequest(BadRequest fault) {
        return problem(HttpStatus.BAD_REQUEST, String.valueOf(fault.getMessage()));
    }

    /** What is behind the question mark isn't UTF-8 or isn't encoded as addresses are. */
    @ExceptionHandler(InvalidParameterException.class)
    ProblemDetail wronglyEncoded(InvalidParameterException fault) {
        return problem(HttpStatus.BAD_REQUEST, "A parameter isn't encoded as UTF-8 in an address; see RFC 3986.");
    }

    /** A fault of ours: its kind goes into the log, nothing of it to the caller, because its message may quote data. */
    @ExceptionHandler(RuntimeException.class)
    ProblemDetail ours(RuntimeException fault, HttpServletRequest request) {
        logger.error(request.getMethod() + " " + request.getRequestURI().length() + " characters failed", fault);
        return problem(HttpStatus.INTERNAL_SERVER_ERROR, "The program failed; nothing has changed. The log has more.");
    }

    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception fault, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ProblemDetail problem = ProblemDetail.forStatus(status);
        problem.setDetail(NOT_UNDERSTOOD);
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static ProblemDetail problem(HttpStatus status, String detail) {
        return ProblemDetail.forStatusAndDetail(status, detail);
    }

    /** For whoever answers before any handler is reached. */
    static void write(HttpServletResponse response, HttpStatus status, String detail) throws IOException {
        ObjectNode body = JSON.createObjectNode()
                .put("title", status.getReasonPhrase())
                .put("status", status.value())
                .put("detail", detail);
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding("UTF-8");
        response.setLocale(Locale.ROOT);
        response.getWriter().write(body.toString());
    }

    /** So many faults, in words. */
    static String counted(int faults) {
        return faults == 1 ? "1 fault" : faults + " faults";
    }
}
