package org.trainingaudit.api;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.trainingaudit.regime.Verdict;
import org.trainingaudit.view.DatasetList;
import org.trainingaudit.view.Sight;
import org.trainingaudit.view.UseList;

/** Uses with their verdicts, datasets with what was found in them. */
@RestController
@RequestMapping("/api/v1")
class UsesResource {

    private static final List<String> VERDICTS =
            Stream.of(Verdict.values()).map(Verdict::word).toList();

    private final UseList uses;
    private final DatasetList datasets;

    UsesResource(UseList uses, DatasetList datasets) {
        this.uses = uses;
        this.datasets = datasets;
    }

    @GetMapping("/uses")
    Page<UseList.Line> uses(
            @RequestParam(defaultValue = "") String regime,
            @RequestParam(defaultValue = "") String verdict,
            @RequestParam(defaultValue = "") String dataset,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "50") int limit,
            Sight sight) {
        UseList.Filter filter = new UseList.Filter(regime, Choice.of("verdict", verdict, VERDICTS), dataset);
        List<UseList.Line> page = uses.page(filter, sight, after, Page.checked(limit) + 1);
        return Page.of(page, limit, line -> line, UseList.Line::use);
    }

    @GetMapping("/uses/{use}")
    UseList.Line use(@PathVariable String use, Sight sight) {
        return uses.find(use, sight).orElseThrow(NotThere::new);
    }

    @GetMapping("/uses/{use}/verdicts")
    List<UseList.VerdictLine> verdicts(@PathVariable String use, Sight sight) {
        return uses.verdicts(use(use, sight).use());
    }

    @GetMapping("/datasets")
    Page<DatasetList.Line> datasets(
            @RequestParam(defaultValue = "") String after, @RequestParam(defaultValue = "50") int limit, Sight sight) {
        List<DatasetList.Line> page = datasets.page(sight, after, Page.checked(limit) + 1);
        return Page.of(page, limit, line -> line, DatasetList.Line::dataset);
    }

    @GetMapping("/datasets/{source}/{name}")
    DatasetList.Line dataset(@PathVariable String source, @PathVariable String name, Sight sight) {
        return datasets.find(source + "/" + name, sight).orElseThrow(NotThere::new);
    }

    /** Counts under 10 are left out: they could point at a person. */
    @GetMapping("/datasets/{source}/{name}/classifications")
    List<DatasetList.Column> classifications(@PathVariable String source, @PathVariable String name, Sight sight) {
        return datasets.columns(dataset(source, name, sight).dataset());
    }
}
