package org.trainingaudit.operate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.trainingaudit.config.ConfigFile;
import org.trainingaudit.config.Faults;
import org.trainingaudit.config.Location;
import org.trainingaudit.config.Nearest;
import org.trainingaudit.regime.Authority;
import org.trainingaudit.regime.LawAnswer;
import org.trainingaudit.regime.LawDifference;
import org.trainingaudit.regime.LawWatch;
import org.trainingaudit.regime.Regime;
import org.trainingaudit.regime.Regimes;

/**
 * A dropped answer of an authority, laid beside the packs.
 *
 * @param file the file as it was named
 * @param content its bytes
 * @param answer what it says
 * @param regimes the regimes that say that their text is that law's, in the configuration's order
 * @param differences where their stored dates differ
 * @param unnamed texts to come that no pack names
 */
public record LawFile(
        Path file,
        ConfigFile content,
        LawAnswer answer,
        List<String> regimes,
        List<LawDifference> differences,
        List<LawAnswer.Revision> unnamed) {

    /** An answer of one law has some tens of kilobytes. */
    private static final long LARGEST = 4L * 1024 * 1024;

    public LawFile {
        regimes = List.copyOf(regimes);
        differences = List.copyOf(differences);
        unnamed = List.copyOf(unnamed);
    }

    /** Reads a file and compares it; nothing, and every fault with its place, where it's no answer for a loaded regime. */
    public static Optional<LawFile> read(Path file, Regimes regimes, LocalDate today, Faults faults) {
        return content(file, faults)
                .flatMap(content -> LawAnswer.read(content, faults)
                        .flatMap(answer -> compare(file, content, answer, regimes, today, faults)));
    }

    private static Optional<ConfigFile> content(Path file, Faults faults) {
        Location at = Location.of(file.toString());
        try {
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                faults.add(at, "no such file, or not a regular one");
                return Optional.empty();
            }
            if (Files.size(file) > LARGEST) {
                faults.add(at, "larger than " + LARGEST + " bytes; an answer of the authority is far smaller");
                return Optional.empty();
            }
            return Optional.of(ConfigFile.of(file.toString(), Files.readAllBytes(file)));
        } catch (IOException e) {
            faults.add(at, "can't be read: " + e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private static Optional<LawFile> compare(
            Path file, ConfigFile content, LawAnswer answer, Regimes regimes, LocalDate today, Faults faults) {
        List<Regime> concerned = regimes.all().stream()
                .filter(regime -> LawWatch.concerns(regime, answer))
                .toList();
        if (concerned.isEmpty()) {
            List<String> laws = laws(regimes);
            faults.add(
                    Location.of(file.toString()),
                    "no regime has 'authority: {system: e-gov, lawId: " + answer.lawId() + "}'"
                            + Nearest.hint(answer.lawId(), laws) + "; the regimes name " + laws);
            return Optional.empty();
        }
        return Optional.of(new LawFile(
                file,
                content,
                answer,
                concerned.stream().map(Regime::id).toList(),
                concerned.stream()
                        .flatMap(regime -> LawWatch.compare(regime, answer).stream())
                        .toList(),
                LawWatch.unnamed(concerned, answer, today)));
    }

    private static List<String> laws(Regimes regimes) {
        return regimes.all().stream()
                .flatMap(regime -> regime.authority().stream())
                .filter(authority -> authority.system().equals(Authority.E_GOV))
                .flatMap(authority -> authority.lawId().stream())
                .distinct()
                .toList();
    }
}
