package org.trainingaudit.api;

import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.trainingaudit.regime.Regime;
import org.trainingaudit.setup.Configuration;

/** Regimes as they are configured; and the description of this whole face. */
@RestController
@RequestMapping("/api/v1")
class RegimesResource {

    private final Configuration setup;

    RegimesResource(Configuration setup) {
        this.setup = setup;
    }

    @GetMapping("/regimes")
    List<Regime> list() {
        return setup.regimes().all();
    }

    @GetMapping("/regimes/{id}")
    Regime one(@PathVariable String id) {
        return setup.regimes().get(id).orElseThrow(NotThere::new);
    }

    @GetMapping(value = "/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    Resource description() {
        return new ClassPathResource("openapi.json");
    }
}
