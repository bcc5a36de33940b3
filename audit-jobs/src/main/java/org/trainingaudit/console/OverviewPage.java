package org.trainingaudit.console;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.trainingaudit.access.Accounts;
import org.trainingaudit.operate.BusinessDate;
import org.trainingaudit.operate.ChangesAhead;
import org.trainingaudit.operate.LawSteps;
import org.trainingaudit.regime.Regime;
import org.trainingaudit.setup.Configuration;
import org.trainingaudit.view.DatasetList;
import org.trainingaudit.view.NightList;
import org.trainingaudit.view.Sight;
import org.trainingaudit.view.UseList;

/** Did the night finish, whole? What is newly unlawful? What waits for me? Which law moves next? */
@Controller
class OverviewPage {

    private static final int CHANGES = 6;
    private static final int NIGHTS = 30;
    private static final int STEPS = 5;

    private final NightList nights;
    private final UseList uses;
    private final DatasetList datasets;
    private final Waiting waiting;
    private final Accounts accounts;
    private final BusinessDate date;
    private final LawSteps steps;
    private final ChangesAhead ahead;
    private final Configuration setup;

    OverviewPage(
            NightList nights,
            UseList uses,
            DatasetList datasets,
            Waiting waiting,
            Accounts accounts,
            BusinessDate date,
            LawSteps steps,
            ChangesAhead ahead,
            Configuration setup) {
        this.nights = nights;
        this.uses = uses;
        this.datasets = datasets;
        this.waiting = waiting;
        this.accounts = accounts;
        this.date = date;
        this.steps = steps;
        this.ahead = ahead;
        this.setup = setup;
    }

    @GetMapping("/")
    String show(Model model, Principal who, Sight sight) {
        Optional<NightList.Night> night = nights.latest();
        model.addAttribute("night", night);
        model.addAttribute("whole", sight.isWhole());
        night.ifPresent(latest -> show(model, latest, sight));
        model.addAttribute(
                "waiting",
                accounts.find(who.getName())
                        .map(account -> waiting.of(account, sight))
                        .orElse(List.of()));
        model.addAttribute("steps", steps.next(date.today(), STEPS));
        model.addAttribute("touched", sight.isWhole() ? ahead.touched(date.today()) : Map.of());
        return "overview";
    }

    private void show(Model model, NightList.Night latest, Sight sight) {
        Map<String, RegimeRow> before = nights.before(latest)
                .filter(earlier -> sight.isWhole())
                .map(earlier -> rows(nights.counts(earlier.run(), sight)))
                .orElse(Map.of());
        List<RegimeRow> rows = rows(nights.counts(latest.run(), sight)).values().stream()
                .map(row -> row.since(before))
                .toList();
        model.addAttribute("unread", datasets.unread(sight));
        model.addAttribute(
                "provisional",
                setup.regimes().all().stream()
                        .filter(regime -> regime.steps().stream().anyMatch(step -> !step.isFixed()))
                        .map(Regime::id)
                        .collect(Collectors.toSet()));
        model.addAttribute("rows", rows);
        model.addAttribute("total", RegimeRow.total(rows));
        model.addAttribute("bad", uses.changedBy(latest.run(), "violation", sight, CHANGES));
        model.addAttribute("good", uses.changedBy(latest.run(), "compliant", sight, CHANGES));
        model.addAttribute("trend", sight.isWhole() ? Trend.of(nights.trend(NIGHTS)) : Trend.of(List.of()));
    }

    private static Map<String, RegimeRow> rows(List<NightList.Count> counts) {
        return counts.stream()
                .collect(Collectors.groupingBy(
                        NightList.Count::regime,
                        TreeMap::new,
                        Collectors.collectingAndThen(Collectors.toList(), RegimeRow::of)))
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue().governed() > 0)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, TreeMap::new));
    }
}
