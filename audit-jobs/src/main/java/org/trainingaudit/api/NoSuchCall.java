package org.trainingaudit.api;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Addresses below {@code /api/} that nothing answers, or not so: a problem as all others, where people see a page. */
@ControllerAdvice
class NoSuchCall {

    @ExceptionHandler
    ResponseEntity<ProblemDetail> nothingThere(NoResourceFoundException fault, HttpServletRequest request)
            throws ServletException {
        return tell(fault, request, Problems.NOTHING_THERE);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notSo(HttpRequestMethodNotSupportedException fault, HttpServletRequest request)
            throws ServletException {
        return tell(fault, request, Problems.NOT_UNDERSTOOD);
    }

    private static <F extends ServletException & ErrorResponse> ResponseEntity<ProblemDetail> tell(
            F fault, HttpServletRequest request, String detail) throws F {
        if (!request.getRequestURI().startsWith("/api/")) {
            throw fault;
        }
        return ResponseEntity.status(fault.getStatusCode())
                .headers(fault.getHeaders())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(ProblemDetail.forStatusAndDetail(fault.getStatusCode(), detail));
    }
}
