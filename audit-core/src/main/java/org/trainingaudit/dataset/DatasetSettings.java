package org.trainingaudit.dataset;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.trainingaudit.config.Binder;

/**
 * The block {@code audit.dataset} of {@code application.yaml}; what isn't set has its default.
 *
 * @param maxColumns see {@link Limits#maxColumns()}
 * @param maxRowBytes see {@link Limits#maxRowBytes()}
 * @param maxUnpackedBytes see {@link Limits#maxUnpackedBytes()}
 * @param maxEntries see {@link Limits#maxEntries()}
 * @param maxTextBytes see {@link Limits#maxTextBytes()}
 * @param rejectLimitCount how many rejected rows are always allowed; 20
 * @param rejectLimitPerMillion how many rejected rows of a million are allowed; 10,000
 * @param rehashAfterDays after how many days a file is read again to be sure that it is the same; 30; 0 for every night
 * @param blockBytes a plain file that is larger is read in blocks of so many bytes, by several threads; 32 MiB
 * @param countCombinations whether it is counted how many rows share the values of columns that may point at a person
 *     together, where a dataset says nothing else; they are
 * @param jdbcHosts the hosts whose databases may be connected to; none unless named
 * @param jdbcTimeoutSeconds how long a database may take for one statement; an hour
 */
public record DatasetSettings(
        Optional<@Min(1) Integer> maxColumns,
        Optional<@Min(1024) @Max(Limits.MOST_ROW_BYTES) Integer> maxRowBytes,
        Optional<@Min(1) Long> maxUnpackedBytes,
        Optional<@Min(1) @Max(1_000_000) Integer> maxEntries,
        Optional<@Min(1024) Long> maxTextBytes,
        Optional<@Min(0) Long> rejectLimitCount,
        Optional<@Min(0) @Max(1_000_000) Long> rejectLimitPerMillion,
        Optional<@Min(0) @Max(3650) Integer> rehashAfterDays,
        Optional<@Min(1024) Long> blockBytes,
        Optional<Boolean> countCombinations,
        List<String> jdbcHosts,
        Optional<@Min(1) @Max(86_400) Integer> jdbcTimeoutSeconds) {

    public DatasetSettings {
        jdbcHosts = List.copyOf(jdbcHosts);
    }

    private static final int REHASH_DAYS = 30;
    private static final int HOUR = 3600;
    private static final long BLOCK = 32L * 1024 * 1024;
    private static final long COUNT = 20;
    private static final long PER_MILLION = 10_000;

    /** All defaults. */
    public static DatasetSettings defaults() {
        return Binder.empty(DatasetSettings.class);
    }

    /** Whether databases on this host may be connected to. */
    boolean allowsHost(String host) {
        return jdbcHosts.contains(host);
    }

    /** How long a file that looks unchanged counts as unchanged. */
    public Duration rehashAfter() {
        return Duration.ofDays(rehashAfterDays.orElse(REHASH_DAYS));
    }

    boolean countsCombinations() {
        return countCombinations.orElse(true);
    }

    int timeoutSeconds() {
        return jdbcTimeoutSeconds.orElse(HOUR);
    }

    /** How large the blocks of a large file are, in bytes. */
    public long blockSize() {
        return blockBytes.orElse(BLOCK);
    }

    /** The limits for reading. */
    public Limits limits() {
        return new Limits(
                maxColumns.orElse(Limits.DEFAULT.maxColumns()),
                maxRowBytes.orElse(Limits.DEFAULT.maxRowBytes()),
                maxUnpackedBytes.orElse(Limits.DEFAULT.maxUnpackedBytes()),
                maxEntries.orElse(Limits.DEFAULT.maxEntries()),
                maxTextBytes.orElse(Limits.DEFAULT.maxTextBytes()));
    }

    /**
     * Why a dataset has too many rejected rows, if it has: more than the count and more than the share, or all of them.
     */
    public Optional<Refusal> refusal(ReadResult result) {
        long rejected = result.rejected();
        long count = rejectLimitCount.orElse(COUNT);
        long perMillion = rejectLimitPerMillion.orElse(PER_MILLION);
        boolean overShare = (double) rejected * 1_000_000 > (double) result.read() * perMillion;
        if ((rejected > 0 && result.handedOn() == 0) || (rejected > count && overShare)) {
            return Optional.of(Refusal.overLimit(rejected + " of " + result.read()
                    + " rows rejected; allowed are " + count + ", or " + perMillion + " of a million: "
                    + result.rejectedBy()
                    + (2 * result.rejectedBy().getOrDefault("encoding", 0L) > rejected
                            ? "; it seems to mix encodings, so save all of it as UTF-8"
                            : "")));
        }
        return Optional.empty();
    }
}
