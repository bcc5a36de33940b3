package org.trainingaudit.console;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.util.UriComponentsBuilder;
import org.trainingaudit.access.Account;
import org.trainingaudit.access.Accounts;
import org.trainingaudit.access.Permission;
import org.trainingaudit.nightly.Run;
import org.trainingaudit.operate.LastSeal;
import org.trainingaudit.operate.LiveProgress;
import org.trainingaudit.operate.Operations;
import org.trainingaudit.schedule.ConfigurationWatch;
import org.trainingaudit.setup.CodeVersion;
import org.trainingaudit.setup.Configuration;
import org.trainingaudit.view.NightList;

/** What every page shows around its own. */
@ControllerAdvice(basePackageClasses = ConsoleFace.class)
class Frame {

    private static final Duration STALE = Duration.ofHours(24);

    private final Accounts accounts;
    private final LastSeal seal;
    private final Operations operations;
    private final LiveProgress progress;
    private final NightList nights;
    private final Configuration setup;
    private final Clock clock;
    private final ConfigurationWatch watch;

    Frame(
            Accounts accounts,
            LastSeal seal,
            Operations operations,
            LiveProgress progress,
            NightList nights,
            Configuration setup,
            Clock clock,
            ConfigurationWatch watch) {
        this.accounts = accounts;
        this.seal = seal;
        this.operations = operations;
        this.progress = progress;
        this.nights = nights;
        this.setup = setup;
        this.clock = clock;
        this.watch = watch;
    }

    /** A way to look at the page, and its address. */
    record Choice(String word, String address) {}

    /**
     * What the frame shows.
     *
     * @param themes the same page in each theme
     * @param sealed when the newest published entry was written
     * @param stale whether that is too long ago
     * @param faulty whether the configuration folder has faults, so that an earlier set is used
     * @param running the run that is on
     * @param figuresFrom the run whose figures are shown
     */
    record View(
            String lang,
            String theme,
            String english,
            String japanese,
            List<Choice> themes,
            Optional<Account> account,
            Optional<Instant> sealed,
            boolean stale,
            boolean faulty,
            Optional<Run> running,
            Optional<LiveProgress.Step> step,
            Optional<String> figuresFrom,
            String version,
            String config,
            int regimes) {

        /** Whether the account may do that, by {@link Permission}'s word. */
        public boolean may(String permission) {
            return account.filter(one -> one.role().permissions().stream()
                            .map(Permission::word)
                            .anyMatch(permission::equals))
                    .isPresent();
        }
    }

    @ModelAttribute("frame")
    View frame(HttpServletRequest request, Locale locale) {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        Optional<Account> account = Optional.ofNullable(who).flatMap(one -> accounts.find(one.getName()));
        Optional<Instant> at = seal.at();
        Optional<Run> running = operations.live();
        return new View(
                locale.getLanguage().equals("ja") ? "ja" : "en",
                ConsoleWeb.chosen(request, "theme", ConsoleWeb.THEMES).orElse("system"),
                here(request, "lang", "en"),
                here(request, "lang", "ja"),
                ConsoleWeb.THEMES.stream()
                        .map(theme -> new Choice(theme, here(request, "theme", theme)))
                        .toList(),
                account,
                at,
                at.filter(then -> then.plus(STALE).isBefore(clock.instant())).isPresent(),
                account.isPresent() && watch.refused().isPresent(),
                running,
                running.flatMap(run -> progress.step()),
                nights.latest().map(NightList.Night::run),
                CodeVersion.VALUE,
                setup.sha256(),
                setup.regimes().all().size());
    }

    /** The same page looked at otherwise; where it was reached by sending a form, the page that shows the form. */
    private static String here(HttpServletRequest request, String name, String value) {
        UriComponentsBuilder here = UriComponentsBuilder.fromPath(request.getRequestURI());
        if (request.getMethod().equals("GET") && request.getQueryString() != null) {
            here.query(request.getQueryString());
        }
        try {
            return here.replaceQueryParam(name, value).build(true).toUriString();
        } catch (IllegalArgumentException e) {
            // An address that no browser makes: there is no such page.
            return "/?" + name + "=" + value;
        }
    }
}
