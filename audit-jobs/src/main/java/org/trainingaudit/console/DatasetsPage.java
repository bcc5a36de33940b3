package org.trainingaudit.console;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.trainingaudit.operate.Reviewing;
import org.trainingaudit.setup.Configuration;
import org.trainingaudit.use.Use;
import org.trainingaudit.view.DatasetList;
import org.trainingaudit.view.Sight;
import org.trainingaudit.view.UseList;

/** Was every row read? Which columns hold what, and how sure is that? */
@Controller
class DatasetsPage {

    private final DatasetList datasets;
    private final UseList uses;
    private final Configuration setup;
    private final Reviewing reviewing;

    DatasetsPage(DatasetList datasets, UseList uses, Configuration setup, Reviewing reviewing) {
        this.datasets = datasets;
        this.uses = uses;
        this.setup = setup;
        this.reviewing = reviewing;
    }

    @GetMapping("/datasets")
    String list(Model model, @RequestParam(defaultValue = "") String after, Sight sight) {
        Shown.of(datasets.page(sight, after, Shown.ASKED), DatasetList.Line::dataset)
                .into(model, "datasets");
        return "datasets";
    }

    @GetMapping("/dataset")
    String one(Model model, @RequestParam String id, Sight sight) {
        DatasetList.Line dataset = datasets.find(id, sight).orElseThrow(Absent::new);
        String source = Use.sourceOf(id);
        model.addAttribute("dataset", dataset);
        model.addAttribute("columns", datasets.columns(id));
        model.addAttribute(
                "reviews",
                reviewing.of(id).stream().filter(one -> one.review().stands()).toList());
        model.addAttribute("reviewable", reviewing.columns(id));
        model.addAttribute("categories", reviewing.categories());
        model.addAttribute("uses", uses.page(new UseList.Filter("", "", id), sight, "", Shown.SIZE));
        model.addAttribute(
                "source",
                setup.sources().all().stream()
                        .filter(one -> one.id().equals(source))
                        .findFirst());
        return "dataset";
    }
}
