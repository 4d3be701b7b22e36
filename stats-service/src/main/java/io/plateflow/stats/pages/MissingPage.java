package io.plateflow.stats.pages;

import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** An address that leads nowhere: a page in words for people, a problem for programs. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class MissingPage {

    @ExceptionHandler
    Object say(NoResourceFoundException missing, WebRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        if (accept != null && accept.contains(MediaType.TEXT_HTML_VALUE)) {
            return new ModelAndView("error", Map.of("status", HttpStatus.NOT_FOUND.value()), HttpStatus.NOT_FOUND);
        }
        ProblemDetail problem = missing.getBody();
        problem.setProperty("code", "not_found");
        return ResponseEntity.of(problem).build();
    }
}
