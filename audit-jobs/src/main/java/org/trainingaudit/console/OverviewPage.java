package org.trainingaudit.console;

import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.trainingaudit.operate.Attesting;
import org.trainingaudit.operate.LawSteps;
import org.trainingaudit.operate.Sights;
import org.trainingaudit.operate.WaiverDesk;
import org.trainingaudit.use.Attested;
import org.trainingaudit.view.NightList;
import org.trainingaudit.view.Sight;
import org.trainingaudit.view.UseList;

/** Did the night finish, whole? What is newly unlawful? What waits for me? Which law moves next? */
@Controller
class OverviewPage {

    private static final int CHANGES = 6;
    private static final int NIGHTS = 30;
    private static final int STEPS = 5;
    private static final int SOON_DAYS = 30;

    private final NightList nights;
    private final UseList uses;
    private final WaiverDesk waivers;
    private final Attesting attesting;
    private final LawSteps steps;
    private final Sights sights;

    OverviewPage(
            NightList nights, UseList uses, WaiverDesk waivers, Attesting attesting, LawSteps steps, Sights sights) {
        this.nights = nights;
        this.uses = uses;
        this.waivers = waivers;
        this.attesting = attesting;
        this.steps = steps;
        this.sights = sights;
    }

    @GetMapping("/")
    String show(Model model, Principal who) {
        Sight sight = sights.of(who.getName());
        Optional<NightList.Night> night = nights.latest();
        model.addAttribute("night", night);
        model.addAttribute("whole", sight.isWhole());
        night.ifPresent(latest -> show(model, latest, sight));
        model.addAttribute(
                "asked",
                waivers.list().stream()
                        .filter(listed -> listed.standing().equals("requested"))
                        .filter(listed -> !listed.waiver().requester().equals(who.getName()))
                        .filter(listed -> waivers.isSeen(listed.waiver(), sight))
                        .count());
        model.addAttribute("expiring", expiring(sight));
        model.addAttribute("steps", steps.next(attesting.today(), STEPS));
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
                        java.util.TreeMap::new,
                        Collectors.collectingAndThen(Collectors.toList(), RegimeRow::of)))
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue().governed() > 0)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, java.util.TreeMap::new));
    }

    private long expiring(Sight sight) {
        LocalDate today = attesting.today();
        return attesting.all().stream()
                .filter(given ->
                        given.fact().attestation().flatMap(by -> by.withdrawn()).isEmpty())
                .filter(given -> isSoon(given, today))
                .filter(given ->
                        sight.isWhole() || uses.find(given.use(), sight).isPresent())
                .count();
    }

    private static boolean isSoon(Attested given, LocalDate today) {
        return given.fact()
                .until()
                .filter(day -> !day.isBefore(today) && day.isBefore(today.plusDays(SOON_DAYS)))
                .isPresent();
    }
}
