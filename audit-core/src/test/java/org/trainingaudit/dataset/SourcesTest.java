package org.trainingaudit.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.trainingaudit.config.ConfigFiles;
import org.trainingaudit.config.Fault;
import org.trainingaudit.config.Text;

class SourcesTest extends DeclaredSources {

    @Test
    void readsWhatIsDeclared() {
        Sources sources = load("""
                sources:
                  - id: hospital
                    kind: folder
                    path: config/demo/hospital
                    owner: data-office@hospital
                    subjectCountries: [JP, EU]
                    datasets:
                      - {name: patients, file: patients.csv}
                      - {name: notes, file: 2026/notes.jsonl.gz}
                      - {name: visits, files: 'visits/2026-*.csv.zst'}
                      - {name: staff, file: staff.xlsx, sheet: Tokyo}
                      - {name: orders, file: o.csv, leaveOut: {column: test, values: ['yes', '1']}}
                registers:
                  - config/demo/register.csv
                """);
        assertThat(faults.all()).isEmpty();
        FolderSource hospital = (FolderSource) sources.source("hospital").orElseThrow();
        assertThat(hospital.folder()).isEqualTo(Path.of("config/demo/hospital"));
        assertThat(hospital.owner()).isEqualTo("data-office@hospital");
        assertThat(hospital.subjectCountries()).containsExactly("JP", "EU");
        assertThat(hospital.declared())
                .containsEntry("patients", DeclaredFiles.one("patients.csv"))
                .containsEntry("notes", DeclaredFiles.one("2026/notes.jsonl.gz"))
                .containsEntry("visits", DeclaredFiles.matching("visits/2026-*.csv.zst"))
                .containsEntry("staff", new DeclaredFiles("staff.xlsx", false, Optional.of("Tokyo"), Optional.empty()))
                .containsEntry(
                        "orders",
                        new DeclaredFiles(
                                "o.csv",
                                false,
                                Optional.empty(),
                                Optional.of(new LeftOut("test", Set.of("yes", "1")))));
        assertThat(sources.registers()).extracting(Text::value).containsExactly("config/demo/register.csv");
    }

    @Test
    void tellsEveryFaultAtOnce() {
        Sources sources = load("""
                sources:
                  - id: Hospital A
                    kind: foldr
                    path: file:///data
                    owner: ' '
                  - id: b
                    kind: folder
                    path: '\\\\host\\share'
                    owner: o
                    subjectCountries: [Japan]
                    datasets:
                      - {name: ../x, file: x.csv}
                      - {name: a, file: /etc/passwd}
                      - {name: b, file: ../../secret.csv}
                      - {name: c, file: 'file:///x.csv'}
                      - {name: d, file: 'C:\\x.csv'}
                      - {name: e, file: e.csv}
                      - {name: e, file: f.csv, fle: 1}
                  - id: b
                    kind: folder
                    path: data
                    owner: o
                    datasets:
                      - {name: same, file: x.csv}
                      - {name: same, file: y.csv}
                """);
        assertThat(sources.source("Hospital A")).isEmpty();
        assertThat(faults.all())
                .extracting(Fault::message)
                .satisfiesExactlyInAnyOrder(
                        m -> assertThat(m)
                                .contains("expected one of [folder, jdbc], but found 'foldr'; did you mean 'folder'?"),
                        m -> assertThat(m).contains("'name' must be a name without control characters"),
                        m -> assertThat(m).contains("unknown key 'fle'; did you mean 'file'?"),
                        m -> assertThat(m).contains("dataset 'same' stands twice"));
    }

    @Test
    void refusesPathsThatLeadElsewhere() {
        load("""
                sources:
                  - id: b
                    kind: folder
                    path: '\\\\host\\share'
                    owner: o
                    subjectCountries: [Japan]
                    datasets:
                      - {name: a, file: /etc/passwd}
                      - {name: b, file: ../../secret.csv}
                      - {name: c, file: 'file:///x.csv'}
                      - {name: d, file: 'C:\\x.csv'}
                      - {name: e, file: "a\\0b"}
                      - {name: f, file: a/../../b}
                      - {name: g, file: g.csv, leaveOut: {column: test}}
                  - id: b
                    kind: folder
                    path: http://example.org/data
                    owner: o
                registers: [ftp://example.org/register.csv]
                """);
        assertThat(faults.all())
                .extracting(Fault::message)
                .satisfiesExactlyInAnyOrder(
                        m -> assertThat(m).contains("'path': expected a folder of this machine"),
                        m -> assertThat(m).contains("expected a country such as JP, but found 'Japan'"),
                        m -> assertThat(m).contains("dataset 'a': expected a path inside the folder"),
                        m -> assertThat(m).contains("dataset 'b': expected a path inside the folder"),
                        m -> assertThat(m).contains("dataset 'c': expected a file of this machine"),
                        m -> assertThat(m).contains("dataset 'd': expected a file of this machine"),
                        m -> assertThat(m).contains("dataset 'e': expected a file, without control characters"),
                        m -> assertThat(m).contains("dataset 'f': expected a path inside the folder"),
                        m -> assertThat(m).contains("dataset 'g': 'leaveOut' has no 'values'"),
                        m -> assertThat(m).contains("source 'b' stands twice; first in line 2"),
                        m -> assertThat(m).contains("'path': expected a folder of this machine"),
                        m -> assertThat(m).contains("register: expected a file of this machine"));
    }

    private static final String DATABASE = """
            sources:
              - id: crm
                kind: jdbc
                url: 'jdbc:postgresql://db.example/crm'
                user: reader
                passwordVariable: CRM_PASSWORD
                owner: o
                tables: [app.patients, 'app.claim_*']
            """;

    @Test
    void readsADatabaseOnAHostThatIsAllowed() {
        load(DATABASE);
        assertThat(faults.text()).contains("'db.example' isn't among audit.dataset.jdbc-hosts");
        settings = settings("jdbc-hosts: [db.example]");
        JdbcSource crm = (JdbcSource) load(DATABASE).source("crm").orElseThrow();
        assertThat(crm.tables()).containsExactly("app.patients", "app.claim_*");
        assertThat(crm.timeoutSeconds()).isEqualTo(3600);
        assertThat(crm.password().variable()).contains("CRM_PASSWORD");
    }

    @Test
    void refusesAPasswordInTheFileAndKeysOfTheOtherKind() {
        load(DATABASE.replace("passwordVariable: CRM_PASSWORD", "password: hunter2"));
        load(DATABASE.replace("db.example/crm", "db.example/crm?socketFactory=x.Y"));
        load(DATABASE.replace("owner: o", "owner: o\n    path: data\n    passwordFile: p"));
        assertThat(faults.text())
                .contains("unknown key 'password'")
                .contains("the URL's parameter 'socketFactory' isn't allowed")
                .contains("no 'path' and no 'datasets'")
                .contains("'passwordVariable' or 'passwordFile', not both");
    }

    @Test
    void wantsEitherAFileOrAPattern() {
        load("""
                sources:
                  - id: b
                    kind: folder
                    path: data
                    owner: o
                    datasets:
                      - {name: none}
                      - {name: both, file: a.csv, files: b.csv}
                      - {name: open, files: 'a-[0-9.csv'}
                      - {name: up, files: '../*.csv'}
                  - id: c
                    kind: folder
                    owner: o
                """);
        assertThat(faults.all())
                .extracting(Fault::message)
                .satisfiesExactlyInAnyOrder(
                        m -> assertThat(m).contains("dataset 'none': expected either 'file'"),
                        m -> assertThat(m).contains("dataset 'both': expected either 'file'"),
                        m -> assertThat(m).contains("dataset 'open': expected a pattern"),
                        m -> assertThat(m).contains("dataset 'up': expected a path inside the folder"),
                        m -> assertThat(m).contains("source 'c': 'path' is missing"));
    }

    @Test
    void needsItsFile() {
        Sources.load(ConfigFiles.of(), settings, faults);
        assertThat(faults.text()).contains("sources.yaml").contains("no such file");
    }
}
