package org.trainingaudit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code docs/writing-a-regime.md} tells a lawyer to type does what it says. */
class WritingARegimeTest {

    private static final Pattern YAML = Pattern.compile("(?s)```yaml\n(.*?)```");

    @TempDir
    Path folder;

    @Test
    void leadsFromNothingToATestedRule() throws IOException {
        String guide = Files.readString(Path.of("docs/writing-a-regime.md"));
        List<String> blocks =
                YAML.matcher(guide).results().map(found -> found.group(1)).toList();
        assertThat(blocks).hasSize(3);
        Estate estate = Estate.small(folder);
        estate.write("config/regimes/clinic-code.yaml", blocks.get(0).replace("ethicsApprovalRef", "ethicsAproval"));
        Command slip = estate.audit("check");
        assertThat(slip.code()).isEqualTo(2);
        assertThat(slip.err())
                .contains("clinic-code.yaml:30:16: rule 'CC-01': unknown fact 'ethicsAproval'; did you mean"
                        + " 'ethicsApprovalRef'?");
        estate.write("config/regimes/clinic-code.yaml", blocks.get(0) + "\n" + blocks.get(1));
        estate.write("config/regimes/clinic-code.cases.yaml", blocks.get(2));
        Command check = estate.audit("check");
        assertThat(check.code()).as(check.err()).isZero();
        estate.write(
                "config/regimes/clinic-code.cases.yaml",
                blocks.get(2).replace("verdict: violation", "verdict: compliant"));
        Command wrong = estate.audit("check");
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).contains("FAILED: known not to be approved");
        assertThat(estate.audit("compare", "--from", "2026-11-21", "--to", "2027-12-31")
                        .out())
                .contains("Assumed: clinic-code.tightened on 2027-12-31");
    }
}
